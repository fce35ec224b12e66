/// Which hosts load may go to: this machine, and those that somebody named twice.
///
/// - Source: DESIGN §8.
public struct Permission: Sendable, Equatable {
  /// Host names and IP addresses besides this machine, as they stand in the target's URL.
  public var allowedHosts: [String]

  /// Allows this machine and the given hosts.
  public init(allowing allowedHosts: [String] = []) { self.allowedHosts = allowedHosts }

  /// Whether load may go to a host; nothing is resolved.
  public func covers(_ host: String) -> Bool {
    let host = host.lowercased()
    return Self.isLoopback(host) || allowedHosts.contains { $0.lowercased() == host }
  }

  /// `localhost` (RFC 6761 §6.3), 127.0.0.0/8 or ::1.
  static func isLoopback(_ host: String) -> Bool {
    if host == "localhost" || host == "::1" { return true }
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    return numbers.count == 4 && numbers[0] == 127 && !numbers.contains(nil)
  }
}
