/// A text as a string of JSON.
///
/// - Source: RFC 8259 §7.
public enum JSONString {
  /// The text in quotation marks, with `"`, `\` and control characters below U+0020 escaped; nothing is lost.
  ///
  /// - Parameters:
  ///   - text: any text.
  ///   - mustEscape: which further characters are written as `\u00fc`, in two halves where UTF-16 needs them.
  /// - Returns: the string, with its quotation marks.
  public static func quoted(
    _ text: String, escaping mustEscape: (Unicode.Scalar) -> Bool = { _ in false }
  ) -> String {
    text.unicodeScalars.reduce(into: "\"") { quoted, scalar in
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar < " " || mustEscape(scalar): quoted += escaped(scalar)
      default: quoted.unicodeScalars.append(scalar)
      }
    } + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }.joined()
  }
}
