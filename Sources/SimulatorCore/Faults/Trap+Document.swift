import Scenarios

extension FaultRule.Trap {
  /// The document, made once: the huge ones are ten megabytes, and all connections share them.
  var document: [UInt8] { Self.documents[self] ?? [] }

  private static let documents = Dictionary(uniqueKeysWithValues: allCases.map { ($0, Array($0.text.utf8)) })

  /// libxml2 stops at ten million bytes without XML_PARSE_HUGE.
  private static let beyondLimit = 10_000_100

  private var text: String {
    switch self {
    case .billionLaughs: Self.laughs
    case .externalEntity:
      Self.document(
        "&secret;", declaring: "<!DOCTYPE response [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]>")
    case .deepNesting:
      Self.document(String(repeating: "<a>", count: 10_000) + String(repeating: "</a>", count: 10_000))
    case .hugeAttribute:
      Self.document("<meetings of=\"\(String(repeating: "a", count: Self.beyondLimit))\"/>")
    case .hugeText: Self.document("<meetings>\(String(repeating: "a", count: Self.beyondLimit))</meetings>")
    }
  }

  /// Ten entities, each ten times the one before.
  private static var laughs: String {
    var declarations = "<!ENTITY lol0 \"lol\">"
    for level in 1...9 {
      let before = String(repeating: "&lol\(level - 1);", count: 10)
      declarations += "\n<!ENTITY lol\(level) \"\(before)\">"
    }
    return document("&lol9;", declaring: "<!DOCTYPE response [\n\(declarations)\n]>")
  }

  private static func document(_ content: String, declaring declaration: String = "") -> String {
    let head = declaration.isEmpty ? "" : "<?xml version=\"1.0\"?>\n\(declaration)\n"
    return "\(head)<response>\n<returncode>SUCCESS</returncode>\n\(content)\n</response>"
  }
}
