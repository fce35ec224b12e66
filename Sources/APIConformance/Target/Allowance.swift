public import BBBClient

/// Which servers a run may make and end meetings on: this machine, and those that were named for it.
///
/// - Source: DESIGN §11, loopback by default.
public struct Allowance: Sendable, Equatable {
  private let hosts: Set<String>

  /// Allows loopback and these hosts, named without a port; case does not count, nor do the brackets of IPv6.
  public init(hosts: [String] = []) {
    self.hosts = Set(hosts.map(Self.normalised))
  }

  /// Whether the run may go to that server.
  public func permits(_ base: APIBase) -> Bool {
    let host = Self.host(of: base)
    return Self.isLoopback(host) || hosts.contains(host)
  }

  /// The host of a base URL, without port and brackets, in lower case.
  public static func host(of base: APIBase) -> String {
    guard base.authority.first == "[" else { return normalised(String(base.authority.prefix { $0 != ":" })) }
    return normalised(String(base.authority.prefix { $0 != "]" }))
  }

  private static func normalised(_ host: String) -> String {
    host.lowercased().filter { $0 != "[" && $0 != "]" }
  }

  /// Only what is certain to be this machine: a name such as `127.0.0.1.example.org` is somebody else's.
  private static func isLoopback(_ host: String) -> Bool {
    if host == "localhost" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}
