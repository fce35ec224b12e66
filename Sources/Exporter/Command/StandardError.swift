import FoundationEssentials

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

/// What the operating system tells the process.
enum ProcessFacts {
  /// The environment variables.
  static var environment: [String: String] { ProcessInfo.processInfo.environment }

  /// The name of the machine or container.
  static var hostName: String { ProcessInfo.processInfo.hostName }

  /// Ends the process at once, successfully; what is under way is lost.
  static func endNow() -> Never { _exit(0) }
}
