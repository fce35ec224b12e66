/// Where a server's API answers: everything in front of the call's name.
///
/// Operators give it in four spellings that mean the same: with or without `/api`, with or without a slash at the end.
/// - Source: exporter contract §1, `API_BASE_URL`.
public struct APIBase: Sendable, Hashable {
  /// `http` or `https`.
  public let scheme: String
  /// The host with its port where one was given; an IPv6 address stands in brackets.
  public let authority: String
  /// The path with a slash at both ends; its last component is `api`.
  public let path: String

  /// The base as calls are appended to it, such as `https://bbb.example.org/bigbluebutton/api/`.
  public var text: String { "\(scheme)://\(authority)\(path)" }

  /// Whether requests travel encrypted.
  public var isSecure: Bool { scheme == "https" }

  /// The URL of a call.
  ///
  /// - Parameters:
  ///   - call: the path after `/api/`, such as `getMeetings`.
  ///   - query: percent-encoded, without `?`; may be empty.
  /// - Returns: the URL as it travels.
  public func url(of call: String, query: String) -> String {
    query.isEmpty ? text + call : "\(text)\(call)?\(query)"
  }
}

extension APIBase {
  /// Reads one of the accepted spellings.
  ///
  /// - Throws: the rule that the text breaks.
  public init(parsing text: String) throws(APIBaseError) {
    let scheme = try Self.scheme(of: text)
    let rest = text.dropFirst(scheme.count + "://".count)
    guard !rest.contains(where: { $0 == "?" || $0 == "#" }) else { throw .queryOrFragment }
    guard rest.allSatisfy(Self.isPrintableASCII) else { throw .unprintable }
    let authority = rest.prefix { $0 != "/" }
    guard !authority.contains("@") else { throw .credentials }
    guard Authority.isValid(authority) else { throw .badHost }
    self.scheme = scheme.lowercased()
    self.authority = String(authority)
    path = try Self.apiPath(rest.dropFirst(authority.count))
  }

  private static func scheme(of text: String) throws(APIBaseError) -> Substring {
    let scheme = text.prefix { $0 != ":" }
    guard ["http", "https"].contains(scheme.lowercased()), text.dropFirst(scheme.count).hasPrefix("://")
    else {
      throw .badScheme
    }
    return scheme
  }

  private static func apiPath(_ path: Substring) throws(APIBaseError) -> String {
    let components = path.split(separator: "/")
    switch components.last {
    case "api": return "/" + components.joined(separator: "/") + "/"
    case "bigbluebutton": return "/" + components.joined(separator: "/") + "/api/"
    default: throw .badPath
    }
  }

  private static func isPrintableASCII(_ character: Character) -> Bool {
    character.asciiValue.map { $0 > 0x20 && $0 < 0x7F } ?? false
  }
}

/// The rule that a base URL breaks; the description is the rule, never the URL, which may hold a password.
public enum APIBaseError: Error, Sendable, Equatable, CaseIterable {
  /// Neither `http` nor `https`, or not a URL at all.
  case badScheme
  /// No host, or a host or port that cannot be one.
  case badHost
  /// `user:password@` in front of the host, which BBB does not use and logs would show.
  case credentials
  /// Something behind `?` or `#`.
  case queryOrFragment
  /// A blank, a control character or anything outside ASCII.
  case unprintable
  /// A path that ends neither in `/bigbluebutton` nor in `/api`, so nobody can tell where the calls live.
  case badPath
}

extension APIBaseError: CustomStringConvertible {
  /// The rule, as the end of a sentence that names the setting.
  public var description: String {
    switch self {
    case .badScheme: "must start with http:// or https://"
    case .badHost: "must name a host, with a port from 1 to 65535 if any"
    case .credentials: "must not hold a user name or password"
    case .queryOrFragment: "must not hold a ? or #"
    case .unprintable: "must hold neither blanks, control characters nor letters outside ASCII"
    case .badPath: "must end in /bigbluebutton or /api, as in https://bbb.example.org/bigbluebutton/api/"
    }
  }
}
