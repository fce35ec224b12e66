/// Texts made fit for a log.
public enum Redaction {
  /// What stands where something was taken out.
  public static let placeholder = "(redacted)"

  /// The text with the value of every `checksum=` and `…password=`-like parameter replaced.
  ///
  /// A value ends at `&`, `?`, a blank, a quotation mark or the end; one that begins with a quotation mark ends at the
  /// next. A name that is percent-encoded inside another value, `checksum%3D`, counts as well.
  public static func redacted(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let sign = equalsSign(in: rest) {
      let isSecret = isSecret(name: rest[..<sign.lowerBound].suffix(while: { !isDelimiter($0) }))
      result += rest[..<sign.upperBound]
      rest = rest[sign.upperBound...]
      if isSecret {
        rest = afterValue(in: rest)
        result += placeholder
      }
    }
    return result + rest
  }

  private static func equalsSign(in text: Substring) -> Range<Substring.Index>? {
    var start = text.startIndex
    while let index = text[start...].firstIndex(where: { $0 == "=" || $0 == "%" }) {
      if text[index] == "=" { return index..<text.index(after: index) }
      let escape = text[index...].prefix(3)
      if escape.lowercased() == "%3d" { return index..<escape.endIndex }
      start = text.index(after: index)
    }
    return nil
  }

  private static func afterValue(in text: Substring) -> Substring {
    var rest = text
    if let mark = text.first, mark == "\"" || mark == "'" {
      rest = text.dropFirst().drop { $0 != mark }.dropFirst()
    }
    return rest.drop { !isDelimiter($0) }
  }

  private static func isSecret(name: Substring) -> Bool {
    let name = name.lowercased()
    return secretNames.contains { name.hasSuffix($0) }
  }

  /// The endings of parameter names whose values prove something or name a person.
  private static let secretNames = ["checksum", "password", "pw", "secret", "token", "fullname"]

  private static func isDelimiter(_ character: Character) -> Bool {
    character == "&" || character == "?" || character == "\"" || character == "'" || character.isWhitespace
  }
}

extension Substring {
  fileprivate func suffix(while isIncluded: (Character) -> Bool) -> Substring {
    let start = lastIndex { !isIncluded($0) }.map(index(after:)) ?? startIndex
    return self[start...]
  }
}

extension String {
  /// The text on one line and of at most 200 characters, as a log entry wants it: others chose it.
  package var singleLine: String {
    let visible = unicodeScalars.prefix(200).map {
      $0.properties.generalCategory.isVisible ? Character($0) : " "
    }
    return String(visible) + (unicodeScalars.count > 200 ? "…" : "")
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isVisible: Bool {
    switch self {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
    default: true
    }
  }
}
