#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads small files that operators name, whatever they may turn out to be.
///
/// Only regular files, since the others can be endless or wait for ever: pipes, sockets and devices are refused before
/// they are opened. Symbolic links are followed, which is how Kubernetes mounts secrets.
package enum RegularFile {
  /// The most bytes of a text; secrets, lists of servers and web configurations are far shorter.
  package static let textLimit = 1 << 20

  /// The content of a file of UTF-8, without the byte order mark that some editors put in front.
  package static func text(of path: String, upTo limit: Int = textLimit) throws(FileError) -> String {
    var bytes = try bytes(of: path, upTo: limit)[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText }
    return text
  }

  /// The content of a file.
  ///
  /// - Throws: ``FileError/tooLong(limit:)`` as soon as there are more bytes than the limit, which are not kept.
  package static func bytes(of path: String, upTo limit: Int) throws(FileError) -> [UInt8] {
    var found = stat()
    // Looked at first: opening alone waits at pipes and wakes devices. No path of a file system holds a NUL.
    guard !path.utf8.contains(0), stat(path, &found) == 0 else { throw error(at: path) }
    try check(found)
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw error(at: path) }
    defer { close(descriptor) }
    // Looked at again: something else may have taken its place.
    guard fstat(descriptor, &found) == 0 else { throw FileError(errno: errno) }
    try check(found)
    return try content(of: descriptor, upTo: limit)
  }

  /// When what lies at a path was last changed, in seconds since 1970.
  package static func modificationTime(of path: String) throws(FileError) -> Int {
    var found = stat()
    guard !path.utf8.contains(0), stat(path, &found) == 0 else { throw error(at: path) }
    return Int(found.st_mtim.tv_sec)
  }

  /// Whether every user of the machine may read a file; false when nobody can tell.
  package static func isOpenToAll(_ path: String) -> Bool {
    var found = stat()
    return !path.utf8.contains(0) && stat(path, &found) == 0 && found.st_mode & S_IROTH != 0
  }

  private static func error(at path: String) -> FileError {
    if path.utf8.contains(0) { return .missing }
    // A part of the path that is a file leaves the file itself missing.
    return errno == ENOTDIR ? .missing : FileError(errno: errno)
  }

  private static func check(_ found: stat) throws(FileError) {
    switch found.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: throw .notFile(.directory)
    case S_IFIFO: throw .notFile(.pipe)
    case S_IFSOCK: throw .notFile(.socket)
    default: throw .notFile(.device)
    }
  }

  /// Reads to the end rather than to the size, which is 0 for files below /proc and may change meanwhile.
  private static func content(of descriptor: Int32, upTo limit: Int) throws(FileError) -> [UInt8] {
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileError(errno: errno) }
      if count == 0 { return content }
      content += chunk.prefix(count)
      guard content.count <= limit else { throw .tooLong(limit: limit) }
    }
  }
}
