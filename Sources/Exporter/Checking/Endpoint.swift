import BBBClient
import NIOCore

/// Where a connection goes.
struct Endpoint: Sendable, Equatable {
  /// A name or an address; an IPv6 address without brackets.
  let host: String
  let port: Int
}

extension Endpoint {
  init(_ base: APIBase) {
    let authority = base.authority
    let colon = authority.lastIndex(of: ":").flatMap { authority[$0...].contains("]") ? nil : $0 }
    host = String(authority[..<(colon ?? authority.endIndex)].drop { $0 == "[" }.prefix { $0 != "]" })
    let port = colon.flatMap { Int(authority[authority.index(after: $0)...]) }
    self.port = port ?? (base.isSecure ? 443 : 80)
  }

  /// Nil for an address, which TLS takes as no server name.
  var serverName: String? {
    (try? SocketAddress(ipAddress: host, port: port)) == nil ? host : nil  // throws for every name
  }
}

extension Endpoint: CustomStringConvertible {
  var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
