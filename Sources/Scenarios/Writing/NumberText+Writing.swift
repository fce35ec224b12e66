extension NumberText {
  /// A number of which reading makes the same again.
  ///
  /// The language has no exponents and at most 18 characters: what cannot be said so is rounded to nine places.
  static func text(of number: Double) -> String {
    let text = whole(number)
    return Self.number(text) == number ? text : rounded(number)
  }

  /// A number from 0 to ten million, which is all that the language has.
  private static func rounded(_ number: Double) -> String {
    let billionths = UInt64((min(max(0, number), 1e7) * 1e9).rounded())
    let places = String(billionths % 1_000_000_000 + 1_000_000_000).dropFirst()
    return "\(billionths / 1_000_000_000).\(places)"
  }

  /// A share or a weight, as a percentage where that is the only way to say it exactly.
  static func share(_ share: Double) -> String {
    let percentage = whole(share * 100) + "%"
    let texts = [percentage, whole(share)]
    return texts.first { percentageOrNumber($0) == share } ?? text(of: share)
  }

  /// A weight beside others: a percentage only where nothing else is exact, for percentages may not exceed 100.
  static func weight(_ weight: Double) -> String {
    let text = text(of: weight)
    return number(text) == weight ? text : share(weight)
  }

  /// `3` rather than `3.0`.
  private static func whole(_ number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension YAMLValue {
  /// A share of the whole; nil for none, which is the default everywhere.
  public static func share(_ share: Double) -> YAMLValue? {
    share == 0 ? nil : .word(NumberText.share(share))
  }
}
