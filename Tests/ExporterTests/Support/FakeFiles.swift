import BBBClient

@testable import Exporter

/// A file system in memory, which may refuse.
struct FakeFiles: FileTree {
  /// Paths of files with their text; directories follow from them.
  var files: [String: String] = [:]
  /// Paths of directories that may be empty.
  var directories: Set<String> = []
  /// Paths that this user may not read.
  var denied: Set<String> = []
  /// When paths were last changed, in seconds since 1970; 0 for those that are not here.
  var times: [String: Int] = [:]

  /// Makes directories, and empty files of the paths that end in what markers end in.
  init(_ paths: [String] = [], under root: String = "") {
    for path in paths {
      if [".done", ".fail", ".norecord", ".xml", ".html"].contains(where: path.hasSuffix) {
        files[root + path] = ""
      } else {
        directories.insert(root + path)
      }
    }
  }

  func forEachName(
    in directory: String, of kind: EntryKind, _ body: (String) -> Void
  ) throws(FileTreeError) {
    if denied.contains(directory) { throw .denied }
    if files[directory] != nil { throw .notDirectory }
    let prefix = directory + "/"
    let below = (Array(files.keys) + Array(directories)).filter { $0.hasPrefix(prefix) }
    if below.isEmpty && !directories.contains(directory) { throw .missing }
    let names = below.compactMap {
      $0.dropFirst(prefix.utf8.count).split(separator: "/").first.map(String.init)
    }
    for name in Set(names).sorted() where kind == .anything || files[prefix + name] == nil { body(name) }
  }

  func modificationTime(of path: String) throws(FileTreeError) -> Int {
    if denied.contains(path) { throw .denied }
    let exists = (Array(files.keys) + Array(directories)).contains { $0 == path || $0.hasPrefix(path + "/") }
    guard exists else { throw .missing }
    return times[path] ?? 0
  }

  func text(of file: String) throws(FileTreeError) -> String {
    if denied.contains(file) { throw .denied }
    guard let text = files[file] else { throw .missing }
    return text
  }
}
