/// Numbers as both formats write them.
///
/// A sign, decimal digits with an optional point, an optional exponent; `Inf`, `Infinity` with an optional sign
/// and `NaN` without, in any case. No hexadecimal digits and no underscores.
/// - Source: OpenMetrics 1.0 ABNF; Prometheus `textparse` (Go's ParseFloat without `p` and `_`).
enum NumberGrammar {
  /// The number, or nil when the text is none or its magnitude is beyond that of a double.
  static func value(of text: String) -> Double? {
    let bytes = Array(text.utf8)
    return value(of: bytes[...])
  }

  static func value(of bytes: ArraySlice<UInt8>) -> Double? {
    if let integer = shortInteger(bytes) { return Double(integer) }
    if isDecimal(bytes) {
      guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else { return nil }
      return value
    }
    return special(bytes)
  }

  /// Digits that need no floating-point reading, which most values are.
  private static func shortInteger(_ bytes: ArraySlice<UInt8>) -> Int64? {
    guard (1...15).contains(bytes.count) else { return nil }
    var value: Int64 = 0
    for byte in bytes {
      guard byte.isDigit else { return nil }
      value = value * 10 + Int64(byte - .zero)
    }
    return value
  }

  static func isDecimal(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes.withoutSign
    let whole = rest.removeDigits()
    var fraction = 0
    if rest.first == .point {
      rest.removeFirst()
      fraction = rest.removeDigits()
    }
    guard whole + fraction > 0 else { return false }
    if rest.first?.lowercased == UInt8(ascii: "e") {
      rest = rest.dropFirst().withoutSign
      guard rest.removeDigits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  private static func special(_ bytes: ArraySlice<UInt8>) -> Double? {
    guard bytes.count <= 9 else { return nil }
    let word = String(decoding: bytes.map(\.lowercased), as: UTF8.self)
    switch word {
    case "nan": return .nan
    case "inf", "+inf", "infinity", "+infinity": return .infinity
    case "-inf", "-infinity": return -.infinity
    default: return nil
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate var withoutSign: ArraySlice<UInt8> {
    first == .plus || first == .minus ? dropFirst() : self
  }

  fileprivate mutating func removeDigits() -> Int {
    let rest = drop(while: \.isDigit)
    defer { self = rest }
    return count - rest.count
  }
}
