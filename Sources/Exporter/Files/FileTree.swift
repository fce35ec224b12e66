import BBBClient

/// The part of a file system that the exporter reads; blocking, so never called on an event loop.
protocol FileTree: Sendable {
  /// Hands over the name of everything in a directory, in any order, without `.` and `..`.
  ///
  /// - Parameters:
  ///   - directory: the path; symbolic links are followed.
  ///   - kind: what counts.
  ///   - body: takes a name.
  /// - Throws: why the directory cannot be read, or no more of it.
  func forEachName(
    in directory: String, of kind: EntryKind, _ body: (String) -> Void
  ) throws(FileTreeError)

  /// When what lies at a path was last changed, in seconds since 1970.
  func modificationTime(of path: String) throws(FileTreeError) -> Int

  /// The content of a small regular file of UTF-8, without a byte order mark.
  func text(of file: String) throws(FileTreeError) -> String

  /// The content of a file of UTF-8 that may be larger, up to a number of bytes.
  func text(of file: String, upTo limit: Int) throws(FileTreeError) -> String

  /// Whether every user of the machine may read a file; false when nobody can tell.
  func isOpenToAll(_ file: String) -> Bool
}

/// What is listed of a directory.
enum EntryKind: Sendable {
  /// Everything.
  case anything
  /// Directories, and symbolic links to such.
  case folder
}

/// Why something in a file system cannot be read.
typealias FileTreeError = FileError

extension FileTree {
  /// Takes every file for a small one.
  func text(of file: String, upTo limit: Int) throws(FileTreeError) -> String { try text(of: file) }

  /// Knows no permissions.
  func isOpenToAll(_ file: String) -> Bool { false }

  /// The names of everything in a directory.
  func names(in directory: String) throws(FileTreeError) -> [String] {
    var names: [String] = []
    try forEachName(in: directory, of: .anything) { names.append($0) }
    return names
  }
}
