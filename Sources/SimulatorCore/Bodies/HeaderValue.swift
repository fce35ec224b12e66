/// A header's value with parameters, such as `multipart/form-data; boundary="x"`.
///
/// - Source: RFC 9110 §5.6.6.
struct HeaderValue {
  /// What stands before the first semicolon, in lower case and without blanks around it.
  let essence: String
  private var parameters: [(name: String, value: String)] = []

  init(_ text: String) {
    let pieces = Self.pieces(of: text)
    essence = Self.trimmed(pieces[0]).lowercased()
    for piece in pieces.dropFirst() {
      guard let equals = piece.firstIndex(of: "=") else { continue }
      let name = Self.trimmed(String(piece[..<equals])).lowercased()
      parameters.append((name, Self.unquoted(Self.trimmed(String(piece[piece.index(after: equals)...])))))
    }
  }

  /// The first parameter of that name, in lower case.
  subscript(name: String) -> String? { parameters.first { $0.name == name }?.value }

  /// Splits at semicolons that stand outside of quotation marks; always at least one piece.
  private static func pieces(of text: String) -> [String] {
    var pieces = [""]
    var (isQuoted, isEscaped) = (false, false)
    for scalar in text.unicodeScalars {
      if scalar == ";" && !isQuoted {
        pieces.append("")
        continue
      }
      if scalar == "\"" && !isEscaped { isQuoted.toggle() }
      isEscaped = scalar == "\\" && isQuoted && !isEscaped
      pieces[pieces.count - 1].unicodeScalars.append(scalar)
    }
    return pieces
  }

  private static func trimmed(_ text: String) -> String {
    let kept = text.unicodeScalars.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    return String(String.UnicodeScalarView(kept))
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

  private static func unquoted(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count >= 2, scalars.first == "\"", scalars.last == "\"" else { return text }
    var kept = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in scalars.dropFirst().dropLast() {
      isEscaped = scalar == "\\" && !isEscaped
      if !isEscaped { kept.append(scalar) }
    }
    return String(kept)
  }
}
