import Determinism

/// Texts as awkward as BBB lets them be, and as the contract says what becomes of them.
enum HostileText {
  /// What people have put into names; no control characters, which XML does not know.
  private static let words = [
    "<b>bold</b>", "]]>", "<!-- x", "&amp;", "&#60;", "\"quoted\"", "it's", "100%", "%41", "a+b",
    "?x=1&y=2#z", "..",
    "/etc/passwd", "c:\\windows\\new", "{le=\"1\"}", "$(id)", "{{7*7}}", "'; DROP TABLE x;--", "=1+1", "null",
    "NaN", "-0",
    "1e309", "\u{202E}txt", "שלום", "غرفة", "部屋", "👩🏽‍🚀", "Zoe\u{308}", "Ａ", "\u{200B}", "x\u{FEFF}", "ß", "Ǆ",
    "\\n", "\\\"", "#", "~",
    "True", "|", "`x`", "@", "*", "!", "a b",
  ]

  /// One to five of them, joined by blanks or by nothing.
  static func name(_ random: inout RandomStream) -> String {
    let count = 1 + random.nextInteger(below: 5)
    let glue = random.nextBool(chance: 0.7) ? " " : ""
    let text = (0..<count).map { _ in word(&random) }.joined(separator: glue)
    // Now and then as long as BBB allows (256 units of UTF-16).
    guard random.nextBool(chance: 0.03) else { return text }
    return text + String(repeating: "_", count: 256 - text.utf16.count)
  }

  private static func word(_ random: inout RandomStream) -> String {
    switch random.nextInteger(below: 10) {
    case 0..<6: words[random.nextInteger(below: words.count)]
    case 6: random.nextMixedCaseAlphanumerics(1 + random.nextInteger(below: 12))
    default: character(&random)
    }
  }

  /// Any letter of the lower planes that XML and UTF-16 know.
  private static func character(_ random: inout RandomStream) -> String {
    let ranges: [ClosedRange<Int>] = [
      0x21...0x7E, 0xA1...0x24F, 0x391...0x3C9, 0x410...0x44F, 0x4E00...0x4F00, 0x1F600...0x1F64F,
    ]
    let range = ranges[random.nextInteger(below: ranges.count)]
    return UnicodeScalar(range.lowerBound + random.nextInteger(below: range.count)).map { String($0) } ?? "?"
  }

  /// A text that becomes the value of a label: visible at both ends, for BBB and XML readers differ in what they make of
  /// blanks there, and of one spelling in lower case, for languages differ in theirs.
  static func label(_ random: inout RandomStream) -> String {
    let texts = [
      "<lms>.example.org", "\"Moodle\" & Söhne", "it's {a=\"b\"}", "back\\slash", "\\n", "comma, and = sign",
      "部屋 1", "👩🏽‍🚀",
      "LMS.Example.ORG", "moodle", "Greenlight", "ÄÖÜ", "100% {}", "#", "a b", "Привет", "null", "0",
      "x:y;z|", "]]>",
    ]
    return texts[random.nextInteger(below: texts.count)]
  }
}
