/// Whole numbers as JVMs of any locale print them: `1234`, `1,234`, `1.234`, `1 234`, `1’234`.
///
/// - Source: facts §2.8; the separators are those of Java's locales, older and newer versions.
enum GroupedInteger {
  private static let separators: [[UInt8]] = [",", ".", " ", "'", "\u{A0}", "\u{202F}", "\u{2019}"].map {
    Array($0.utf8)
  }

  /// The number; nil for a sign, other characters, groups of other than three digits, or more than `Int64.max`.
  ///
  /// Three digits after a point are a group: `1.234` is 1234, because BBB counts whole things. One or two zeros after
  /// it are a fraction of nothing: `12.0` is 12. Other fractions are refused: half a participant is a mistake, and
  /// cutting it off, as exporter 0.7.1 does, would hide that.
  static func value(of text: ArraySlice<UInt8>) -> Int64? {
    var rest = text
    let first = takeDigits(from: &rest)
    guard !first.isEmpty else { return nil }
    if rest.isEmpty || isZeroFraction(rest) { return number(first) }
    guard first.count <= 3, first.first != UInt8(ascii: "0") else { return nil }
    return groups(in: rest).flatMap { number(first + $0) }
  }

  /// The digits of one or more groups of three, each behind the same separator.
  private static func groups(in text: ArraySlice<UInt8>) -> [UInt8]? {
    guard let separator = separators.first(where: { text.starts(with: $0) }) else { return nil }
    var rest = text
    var digits: [UInt8] = []
    while !rest.isEmpty {
      guard rest.starts(with: separator) else { return nil }
      rest = rest.dropFirst(separator.count)
      let group = takeDigits(from: &rest)
      guard group.count == 3 else { return nil }
      digits += group
    }
    return digits
  }

  private static func isZeroFraction(_ text: ArraySlice<UInt8>) -> Bool {
    text.elementsEqual(".0".utf8) || text.elementsEqual(".00".utf8)
  }

  private static func takeDigits(from text: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let digits = text.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    text = text[digits.endIndex...]
    return digits
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
    var value: Int64 = 0
    for digit in digits {
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, isTooLargeByOne) = product.addingReportingOverflow(Int64(digit - UInt8(ascii: "0")))
      if isTooLarge || isTooLargeByOne { return nil }
      value = sum
    }
    return value
  }
}
