/// How a template prints an integer.
///
/// - Source: facts §2.8.
public enum NumberStyle: Sendable, Equatable {
  /// Digits only: `1202`.
  case plain
  /// Thousands apart, as a JVM's locale prints them: `1,202` or `1.202`.
  case grouped(separator: String)

  /// What FreeMarker prints on an English server where a template forgot to ask for plain digits.
  public static let english = NumberStyle.grouped(separator: ",")

  /// The styles by the language of the server's JVM; of those that group with blanks, French has the narrow one.
  public static let named: [(name: String, style: NumberStyle)] = [
    ("plain", .plain), ("en", .english), ("de", .grouped(separator: ".")),
    ("fr", .grouped(separator: "\u{202f}")), ("ru", .grouped(separator: "\u{a0}")),
    ("de-CH", .grouped(separator: "\u{2019}")),
  ]

  /// The number as text, with a minus sign where it is negative.
  public func text(_ number: Int64) -> String {
    guard case .grouped(let separator) = self else { return String(number) }
    let digits = Array(String(number.magnitude))
    let groups = stride(from: digits.count, to: 0, by: -3).map { String(digits[max(0, $0 - 3)..<$0]) }
    return (number < 0 ? "-" : "") + groups.reversed().joined(separator: separator)
  }
}
