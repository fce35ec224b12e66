#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads directories name by name, so that one with a hundred thousand entries costs no more memory than an empty one.
///
/// The only place that holds pointers of the C library: an entry is used up before the next one is read, and the
/// stream is closed by the function that opened it.
package enum DirectoryNames {
  /// Hands over each name, in no order, without `.` and `..`; bytes that are no UTF-8 are replaced by U+FFFD.
  ///
  /// - Parameters:
  ///   - path: the directory, or a symbolic link to it.
  ///   - foldersOnly: whether only directories count, and symbolic links to such.
  ///   - body: takes a name.
  /// - Throws: why the directory cannot be read, or no more of it.
  package static func forEach(
    in path: String, foldersOnly: Bool = false, _ body: (String) -> Void
  ) throws(FileError) {
    guard !path.utf8.contains(0) else { throw .missing }
    guard let stream = opendir(path) else { throw FileError(errno: errno) }
    defer { closedir(stream) }
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno == 0 { return }
        throw FileError(errno: errno)
      }
      let name = UnsafeRawPointer(entry).advanced(by: nameOffset).assumingMemoryBound(to: CChar.self)
      if isDots(name) { continue }
      if foldersOnly, try !isFolder(Int(entry.pointee.d_type), name, in: dirfd(stream)) { continue }
      body(String(cString: name))
    }
  }

  private static let nameOffset: Int = {
    // Every stored field of a C structure has an offset.
    guard let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name) else {
      preconditionFailure("dirent.d_name has no offset")
    }
    return offset
  }()

  private static func isDots(_ name: UnsafePointer<CChar>) -> Bool {
    strcmp(name, ".") == 0 || strcmp(name, "..") == 0
  }

  /// Asks the file system only where the directory does not say it itself.
  private static func isFolder(
    _ type: Int, _ name: UnsafePointer<CChar>, in directory: Int32
  ) throws(FileError) -> Bool {
    if type == Int(DT_DIR) { return true }
    guard type == Int(DT_LNK) || type == Int(DT_UNKNOWN) else { return false }
    var found = stat()
    if fstatat(directory, name, &found, 0) == 0 { return found.st_mode & S_IFMT == S_IFDIR }
    // Gone meanwhile, or a link to nowhere or to itself: no folder. Anything else would be a guess.
    guard [ENOENT, ENOTDIR, ELOOP].contains(errno) else { throw FileError(errno: errno) }
    return false
  }
}
