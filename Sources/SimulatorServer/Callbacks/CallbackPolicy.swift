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
    // The HTTP client traps on a port that no socket has.
    guard (1...65_535).contains(parts.port ?? 80) else { return "the URL's port is not one from 1 to 65535" }
    let name = host.trimmingCharacters(in: ["[", "]"]).lowercased()
    guard Self.isLoopback(name) || allowedHosts.contains(name) else {
      return "the host is not this machine; allow it with --allow-callbacks HOST"
    }
    return nil
  }

  /// Names are not looked up: one that leads here today may lead elsewhere tomorrow. Numbers count as they are
  /// printed only: a resolver takes `0127` for the octal form of 87.
  private static func isLoopback(_ host: String) -> Bool {
    if host == "localhost" || host == "::1" { return true }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = labels.compactMap { label in UInt8(label).flatMap { String($0) == label ? $0 : nil } }
    return labels.count == 4 && numbers.count == 4 && numbers[0] == 127
  }
}
