@testable import Exporter

/// A file system in memory, which may refuse.
struct FakeFiles: FileTree {
  /// Paths of files with their text; directories follow from them.
  var files: [String: String] = [:]
  /// Paths of directories that may be empty.
  var directories: Set<String> = []
  /// Paths that this user may not read.
  var denied: Set<String> = []

  init(_ paths: [String] = [], under root: String = "") {
    for path in paths { directories.insert(root + path) }
  }

  func names(in directory: String) throws(FileTreeError) -> [String] {
    if denied.contains(directory) { throw .denied }
    if files[directory] != nil { throw .wrongKind }
    let prefix = directory + "/"
    let below = (Array(files.keys) + Array(directories)).filter { $0.hasPrefix(prefix) }
    if below.isEmpty && !directories.contains(directory) { throw .missing }
    return Set(
      below.compactMap { $0.dropFirst(prefix.utf8.count).split(separator: "/").first.map(String.init) }
    )
    .sorted()
  }

  func text(of file: String) throws(FileTreeError) -> String {
    if denied.contains(file) { throw .denied }
    guard let text = files[file] else { throw .missing }
    return text
  }
}
