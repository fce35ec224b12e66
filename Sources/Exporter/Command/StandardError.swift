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
}
