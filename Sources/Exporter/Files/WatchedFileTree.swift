import BBBClient
import Synchronization

/// A file system that tells which path it was asked for last, for when the answer does not come.
final class WatchedFileTree: FileTree {
  private let files: any FileTree
  private let path = Mutex("")

  /// Watches a file system.
  init(_ files: any FileTree) { self.files = files }

  /// The path that was asked for last; empty before there was any.
  var lastPath: String { path.withLock { $0 } }

  /// Lists a directory.
  func forEachName(
    in directory: String, of kind: EntryKind, _ body: (String) -> Void
  ) throws(FileTreeError) {
    note(directory)
    try files.forEachName(in: directory, of: kind, body)
  }

  /// Asks for the time of the last change.
  func modificationTime(of path: String) throws(FileTreeError) -> Int {
    note(path)
    return try files.modificationTime(of: path)
  }

  /// Reads a small file.
  func text(of file: String) throws(FileTreeError) -> String {
    note(file)
    return try files.text(of: file)
  }

  /// Reads a file of at most `limit` bytes.
  func text(of file: String, upTo limit: Int) throws(FileTreeError) -> String {
    note(file)
    return try files.text(of: file, upTo: limit)
  }

  /// Asks for the permissions.
  func isOpenToAll(_ file: String) -> Bool {
    note(file)
    return files.isOpenToAll(file)
  }

  private func note(_ path: String) { self.path.withLock { $0 = path } }
}
