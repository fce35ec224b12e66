/// How a process came to its end.
enum ExporterEnd: Sendable, Equatable {
  case exited(Int32)
  case signalled(Int32)

  /// What the shell says of a command that it could not start.
  var neverStarted: Bool { self == .exited(126) || self == .exited(127) }
}

extension ExporterEnd: CustomStringConvertible {
  /// In words, such as `ended with status 3`.
  var description: String {
    switch self {
    case .exited(let status): "ended with status \(status)"
    case .signalled(let signal):
      "was killed by signal \(signal)\(Self.names[signal].map { " (\($0))" } ?? "")"
    }
  }

  private static let names: [Int32: String] = [
    1: "SIGHUP", 2: "SIGINT", 3: "SIGQUIT", 4: "SIGILL", 5: "SIGTRAP", 6: "SIGABRT", 7: "SIGBUS", 8: "SIGFPE",
    9: "SIGKILL", 11: "SIGSEGV", 13: "SIGPIPE", 14: "SIGALRM", 15: "SIGTERM",
  ]
}
