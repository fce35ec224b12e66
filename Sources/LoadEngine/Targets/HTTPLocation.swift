/// Where an unencrypted web page or API lives: an `http` URL, taken apart.
public struct HTTPLocation: Sendable, Equatable {
  /// A host name or an IP address, without brackets.
  public let host: String
  /// From 1 to 65535.
  public let port: Int
  /// Host and port as the URL has them, for the `Host` header.
  public let authority: String
  /// Path and query as they stand in the request line; at least `/`.
  public let requestTarget: String

  /// The URL.
  public var text: String { "http://\(authority)\(requestTarget)" }

  /// Reads a URL.
  ///
  /// - Throws: the rule that the text breaks.
  public init(parsing text: String) throws(HTTPLocationError) {
    guard !text.lowercased().hasPrefix("https://") else { throw .encrypted }
    guard text.lowercased().hasPrefix("http://") else { throw .notHTTP }
    let rest = text.dropFirst("http://".count)
    guard rest.allSatisfy({ $0.asciiValue.map { (0x21...0x7E).contains($0) } ?? false }) else {
      throw .unprintable
    }
    guard !rest.contains("#") else { throw .fragment }
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    guard !authority.contains("@") else { throw .credentials }
    let tail = rest.dropFirst(authority.count)
    self.authority = String(authority)
    (host, port) = try Self.hostAndPort(authority)
    requestTarget = (tail.hasPrefix("/") ? "" : "/") + tail
  }

  private static func hostAndPort(_ authority: Substring) throws(HTTPLocationError) -> (String, Int) {
    let bracket = authority.hasPrefix("[") ? authority.firstIndex(of: "]") : authority.startIndex
    guard let bracket else { throw .badHost }
    let end = authority[bracket...].firstIndex(of: ":") ?? authority.endIndex
    let host = authority[..<end]
    let name = host.hasPrefix("[") ? host.dropFirst().dropLast() : host
    guard isHost(name, bracketed: host.hasPrefix("[")), host.hasPrefix("[") == host.hasSuffix("]") else {
      throw .badHost
    }
    guard end < authority.endIndex else { return (String(name), 80) }
    let digits = authority[end...].dropFirst()
    guard digits.allSatisfy(\.isNumber), let port = Int(digits), (1...65535).contains(port) else {
      throw .badHost
    }
    return (String(name), port)
  }

  private static func isHost(_ name: Substring, bracketed: Bool) -> Bool {
    if bracketed { return name.contains(":") && name.allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." } }
    return !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || "-._".contains($0) }
  }
}

/// The rule that a target's URL breaks; the description is the rule, never the URL, which may hold a password.
public enum HTTPLocationError: Error, Sendable, Equatable, CaseIterable {
  /// An `https` URL.
  case encrypted
  /// Another scheme, or not a URL at all.
  case notHTTP
  /// No host, or a host or port that cannot be one.
  case badHost
  /// `user:password@` before the host.
  case credentials
  /// A `#`, which never travels.
  case fragment
  /// A blank, a control character or anything outside ASCII.
  case unprintable
}

extension HTTPLocationError: CustomStringConvertible {
  /// The rule, as the end of a sentence that names the setting.
  public var description: String {
    switch self {
    case .encrypted: "must start with http://: load over TLS is not offered yet"
    case .notHTTP: "must start with http://"
    case .badHost: "must name a host, with a port from 1 to 65535 if any"
    case .credentials: "must not hold a user name or password"
    case .fragment: "must not hold a #"
    case .unprintable: "must hold neither blanks, control characters nor letters outside ASCII"
    }
  }
}
