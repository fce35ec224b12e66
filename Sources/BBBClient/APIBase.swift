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
    let ends = [text.first, text.last].compactMap { $0 }
    guard ends.allSatisfy({ !$0.isWhitespace }) else { throw .outerBlank }
    let scheme = try Self.scheme(of: text)
    let rest = text.dropFirst(scheme.count + "://".count)
    guard rest.allSatisfy(Self.isPrintableASCII) else { throw .unprintable }
    let authority = rest.prefix { !"/?#".contains($0) }
    guard !authority.contains("@") else { throw .credentials }
    guard Authority.isValid(authority) else { throw .badHost }
    self.scheme = scheme.lowercased()
    self.authority = authority.lowercased()
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

  private static func apiPath(_ text: Substring) throws(APIBaseError) -> String {
    let path = text.prefix { $0 != "?" && $0 != "#" }
    let components = path.split(separator: "/")
    if components.dropLast().last == "api", components.last != "bigbluebutton" { throw .call }
    guard path.endIndex == text.endIndex else { throw .queryOrFragment }
    guard components.allSatisfy(isPlain) else { throw .badPathCharacter }
    switch components.last {
    case "api": return "/" + components.joined(separator: "/") + "/"
    case "bigbluebutton": return "/" + components.joined(separator: "/") + "/api/"
    default: throw .badPath
    }
  }

  /// Without what clients, proxies and servers read differently: dots that climb, escapes, parameters, backslashes.
  private static func isPlain(_ component: Substring) -> Bool {
    component != "." && component != ".."
      && component.allSatisfy { $0.isLetter || $0.isNumber || "-._~".contains($0) }
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
  /// White space at either end.
  case outerBlank
  /// The name of a call behind `/api/`.
  case call
  /// A path with anything but letters, digits, `-`, `.`, `_`, `~` and slashes, or with `.` or `..` as a component.
  case badPathCharacter
  /// A path that ends neither in `/bigbluebutton` nor in `/api`, so nobody can tell where the calls live.
  case badPath
}

extension APIBaseError: CustomStringConvertible {
  /// The rule, as the end of a sentence that names the setting.
  public var description: String {
    switch self {
    case .badScheme: "must start with http:// or https://"
    case .badHost:
      "must name a host, an IPv4 address as in 192.0.2.1 or an IPv6 address as in [2001:db8::1], with a port from 1 to 65535 if any"
    case .credentials: "must not hold a user name or password"
    case .queryOrFragment: "must not hold a ? or #; remove it and all behind it"
    case .unprintable:
      "must hold neither blanks, control characters nor letters outside ASCII; write international names as xn--…"
    case .outerBlank:
      "must neither begin nor end with a blank; files with Windows line ends leave a carriage return"
    case .call: "must end in /api/; remove the name of the call and all behind it"
    case .badPathCharacter:
      "must have a path of letters, digits, - . _ ~ and slashes, without . or .. between slashes"
    case .badPath:
      "must end in /bigbluebutton or /api, in lower case, as in https://bbb.example.org/bigbluebutton/api/"
    }
  }
}
