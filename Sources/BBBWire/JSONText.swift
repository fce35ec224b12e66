/// Strings of JSON.
enum JSONText {
  /// A text in quotation marks, with `"`, `\` and control characters escaped.
  static func quoted(_ text: String) -> String {
    "\"" + text.unicodeScalars.map(escaped).joined() + "\""
  }

  /// The same in ASCII: every other character as `\u00fc`, in two halves where UTF-16 needs them.
  static func quotedASCII(_ text: String) -> String {
    "\"" + text.unicodeScalars.map { $0.value < 0x7F ? escaped($0) : halves(of: $0) }.joined() + "\""
  }

  private static func halves(of scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case "\0"..<" ": "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
    default: String(scalar)
    }
  }
}
