import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What the operating system tells the process.
enum ProcessFacts {
  /// The environment variables.
  static var environment: [String: String] { ProcessInfo.processInfo.environment }

  /// The name of the machine or container.
  static var hostName: String { ProcessInfo.processInfo.hostName }

  /// Ends the process at once, successfully; what is under way is lost.
  static func endNow() -> Never { _exit(0) }
}
