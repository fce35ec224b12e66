#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Lines for the operator, outside the log.
enum StandardError {
  static func print(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    // A closed standard error leaves nobody to tell.
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }

  /// Whether a line can be written without waiting for a reader; also where writing fails at once.
  static func takesMore(_ descriptor: Int32 = STDERR_FILENO) -> Bool {
    var asked = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return poll(&asked, 1, 0) != 0
  }
}
