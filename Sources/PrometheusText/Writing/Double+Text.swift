extension Double {
  /// The shortest text that reads back as the same number, as both formats accept it.
  ///
  /// Whole numbers up to 2⁵³ have no fraction; the specials are `NaN`, `+Inf` and `-Inf`.
  public var expositionText: String {
    if isNaN { return "NaN" }
    if isInfinite { return self > 0 ? "+Inf" : "-Inf" }
    return exactInteger.map { String($0) } ?? description
  }

  /// The spelling of `le` and `quantile` labels: `1.0`, `0.25`, `1e+06`, `+Inf`.
  ///
  /// It is Go's `%g` with `.0` where there is neither point nor exponent.
  /// - Source: OpenMetrics 1.0, "Considerations: Canonical Numbers".
  var canonicalText: String {
    guard isFinite else { return expositionText }
    let plain = description
    let digits = magnitude.description.split(separator: ".")
    guard digits.count == 2, digits[0].count > 6, !plain.contains("e") else { return plain }
    var mantissa = String(digits[0].dropFirst() + (digits[1] == "0" ? "" : digits[1]))
    while mantissa.last == "0" { mantissa.removeLast() }
    let exponent = digits[0].count - 1
    return (self < 0 ? "-" : "") + String(digits[0].prefix(1)) + (mantissa.isEmpty ? "" : "." + mantissa)
      + (exponent < 10 ? "e+0" : "e+") + String(exponent)
  }

  /// The number as an integer when it is one, is exact in a double, and is not the negative zero.
  var exactInteger: Int64? {
    guard magnitude <= 0x1p53 else { return nil }
    let integer = Int64(self)
    return Double(integer) == self && !(integer == 0 && sign == .minus) ? integer : nil
  }

  /// Whether there is no fraction; infinities and NaN are not whole.
  var isWhole: Bool {
    magnitude < 0x1p53 ? Double(Int64(self)) == self : isFinite
  }

  /// The integer next to the number, or nil outside of 64 bits.
  ///
  /// Not `rounded()`: that needs libm in release builds, which nothing here would link.
  var nearestInteger: Int64? {
    guard magnitude < 0x1p63 else { return nil }
    // From 2^52 on there are no fractions, and adding a half would reach the next number.
    return magnitude < 0x1p52 ? Int64(self + (self < 0 ? -0.5 : 0.5)) : Int64(self)
  }
}
