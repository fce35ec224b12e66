import BBBClient

/// The file system of this machine.
struct LocalFileTree: FileTree {
  /// Makes a view of the file system.
  init() {}

  /// Lists a directory without holding its entries.
  func forEachName(
    in directory: String, of kind: EntryKind, _ body: (String) -> Void
  ) throws(FileTreeError) {
    try DirectoryNames.forEach(in: directory, foldersOnly: kind == .folder, body)
  }

  /// Asks for the time of the last change.
  func modificationTime(of path: String) throws(FileTreeError) -> Int {
    try RegularFile.modificationTime(of: path)
  }

  /// Reads a regular file of at most 1 MiB; pipes, sockets and devices are refused unopened.
  func text(of file: String) throws(FileTreeError) -> String {
    try RegularFile.text(of: file)
  }

  /// Reads a regular file of at most `limit` bytes.
  func text(of file: String, upTo limit: Int) throws(FileTreeError) -> String {
    try RegularFile.text(of: file, upTo: limit)
  }

  /// Whether the last digit of the file's mode lets everybody read.
  func isOpenToAll(_ file: String) -> Bool { RegularFile.isOpenToAll(file) }
}
