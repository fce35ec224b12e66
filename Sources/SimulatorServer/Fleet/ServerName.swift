/// The name under which a server stands beside the root one: the first part of its paths.
///
/// 1 to 64 letters, digits, dots, hyphens and underscores of ASCII, the first a letter or digit; no word that is a
/// path of its own. So a name never needs escaping in a URL, a file name or a log line.
public struct ServerName: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The name as it stands in a path.
  public let text: String

  /// Takes a name; throws what is wrong with it.
  public init(_ text: String) throws(ServerNameError) {
    guard Self.isPlain(text.utf8) else { throw .notPlain(text) }
    guard !Self.reserved.contains(text.lowercased()) else { throw .reserved(text) }
    self.text = text
  }

  /// The name in a path; nil for a text that can't be one.
  init?(pathSegment: Substring) {
    guard Self.isPlain(pathSegment.utf8) else { return nil }
    let text = String(pathSegment)
    guard !Self.reserved.contains(text.lowercased()) else { return nil }
    self.text = text
  }

  /// The name.
  public var description: String { text }

  /// In the order of their bytes.
  public static func < (lhs: ServerName, rhs: ServerName) -> Bool {
    lhs.text.utf8.lexicographicallyPrecedes(rhs.text.utf8)
  }

  /// Longer names are cut off nowhere: they are refused.
  static let longest = 64
  /// What the root server answers itself, and what BBB's nginx would serve.
  static let reserved: Set<String> = [
    "api", "backoffice", "bigbluebutton", "html5client", "learning-analytics-dashboard", "metrics",
    "playback", "presentation", "recording", "textTrack",
  ]

  private static func isPlain(_ bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first, first.isAlphanumeric, bytes.count <= longest else { return false }
    return bytes.allSatisfy { $0.isAlphanumeric || $0 == 0x2d || $0 == 0x2e || $0 == 0x5f }
  }
}

/// Why a text is no server's name.
public enum ServerNameError: Error, Sendable, Equatable, CustomStringConvertible {
  /// It has a character, or a length, that doesn't suit.
  case notPlain(String)
  /// It is a path that means something else.
  case reserved(String)

  /// What is wrong, in one line.
  public var description: String {
    switch self {
    case .notPlain(let text): "'\(text.printable)' is no name for a server"
    case .reserved(let text): "'\(text)' is a path of its own and no name for a server"
    }
  }

  /// What to write instead.
  public var fix: String {
    "use 1 to \(ServerName.longest) letters, digits, '.', '-' and '_', a letter or digit first"
  }
}

extension UInt8 {
  fileprivate var isAlphanumeric: Bool {
    (0x30...0x39).contains(self) || (0x61...0x7a).contains(self | 0x20)
  }
}

extension StringProtocol {
  /// Short, and without what would break a line or a terminal.
  var printable: String {
    let shown = unicodeScalars.prefix(40).map {
      $0.value < 0x20 || $0.value == 0x7f ? "\u{b7}" : String($0)
    }
    return shown.joined() + (unicodeScalars.count > 40 ? "\u{2026}" : "")
  }
}
