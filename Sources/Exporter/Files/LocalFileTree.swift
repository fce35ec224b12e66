public import BBBClient

/// The file system of this machine.
public struct LocalFileTree: FileTree {
  /// Makes a view of the file system.
  public init() {}

  /// Lists a directory without holding its entries.
  public func forEachName(
    in directory: String, of kind: EntryKind, _ body: (String) -> Void
  ) throws(FileTreeError) {
    try DirectoryNames.forEach(in: directory, foldersOnly: kind == .folder, body)
  }

  /// Asks for the time of the last change.
  public func modificationTime(of path: String) throws(FileTreeError) -> Int {
    try RegularFile.modificationTime(of: path)
  }

  /// Reads a regular file of at most 1 MiB; pipes, sockets and devices are refused unopened.
  public func text(of file: String) throws(FileTreeError) -> String {
    try RegularFile.text(of: file)
  }

  /// Reads a regular file of at most `limit` bytes.
  public func text(of file: String, upTo limit: Int) throws(FileTreeError) -> String {
    try RegularFile.text(of: file, upTo: limit)
  }

  /// Whether the last digit of the file's mode lets everybody read.
  public func isOpenToAll(_ file: String) -> Bool { RegularFile.isOpenToAll(file) }
}
