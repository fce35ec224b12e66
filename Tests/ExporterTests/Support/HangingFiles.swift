import Glibc
import Synchronization

@testable import Exporter

/// A file system that answers nothing until it is told to, as a network volume whose server is gone.
///
/// Each request blocks its thread at a pipe of the operating system, which is what a dead volume does to it.
final class HangingFiles: FileTree {
  private let files: FakeFiles
  private let ends: (read: Int32, write: Int32)
  private let asked = Mutex(0)

  init(_ files: FakeFiles) {
    self.files = files
    var ends: [Int32] = [0, 0]
    precondition(pipe(&ends) == 0, "no pipe: \(errno)")
    self.ends = (ends[0], ends[1])
  }

  deinit {
    close(ends.read)
    close(ends.write)
  }

  /// How often anything was asked for.
  var requests: Int { asked.withLock { $0 } }

  /// Lets one request, or several, go on.
  func answer(_ count: Int = 1) {
    let bytes = [UInt8](repeating: 0, count: count)
    precondition(write(ends.write, bytes, count) == count)
  }

  func forEachName(
    in directory: String, of kind: EntryKind, _ body: (String) -> Void
  ) throws(FileTreeError) {
    hang()
    try files.forEachName(in: directory, of: kind, body)
  }

  func modificationTime(of path: String) throws(FileTreeError) -> Int {
    hang()
    return try files.modificationTime(of: path)
  }

  func text(of file: String) throws(FileTreeError) -> String {
    hang()
    return try files.text(of: file)
  }

  private func hang() {
    asked.withLock { $0 += 1 }
    var byte: UInt8 = 0
    precondition(read(ends.read, &byte, 1) == 1)
  }
}
