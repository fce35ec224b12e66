import Foundation

/// Where callbacks may go: this machine, and hosts that somebody has named.
///
/// Callers of `create` and `hooks/create` choose the targets, so anything more would let them reach into a network.
public struct CallbackPolicy: Sendable, Equatable {
  /// Host names or addresses beside loopback, in lower case.
  public let allowedHosts: Set<String>

  /// This machine alone.
  public static let loopbackOnly = CallbackPolicy(allowing: [])

  /// Allows hosts by their exact names or addresses; case does not count.
  public init(allowing hosts: some Sequence<String>) {
    allowedHosts = Set(hosts.map { $0.lowercased() })
  }

  /// Why nothing is sent to a URL; nil when it may be sent.
  func refusal(of url: String) -> String? {
    guard let parts = URLComponents(string: url), let scheme = parts.scheme?.lowercased(),
      let host = parts.host,
      !host.isEmpty
    else { return "the URL can't be read" }
    guard scheme == "http" || scheme == "https" else { return "only http and https are sent" }
    let name = host.trimmingCharacters(in: ["[", "]"]).lowercased()
    guard Self.isLoopback(name) || allowedHosts.contains(name) else {
      return "the host is not this machine; allow it with --allow-callbacks HOST"
    }
    return nil
  }

  /// Names are not looked up: one that leads here today may lead elsewhere tomorrow.
  private static func isLoopback(_ host: String) -> Bool {
    if host == "localhost" || host == "::1" { return true }
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    return numbers.count == 4 && numbers.allSatisfy { $0 != nil } && numbers[0] == 127
  }
}
