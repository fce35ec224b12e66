extension Duration {
  /// The duration in seconds with three decimals, rounded to the nearest millisecond: `0.120`.
  var secondsDecimal: String {
    let (seconds, attoseconds) = components
    let milliseconds = seconds * 1000 + (attoseconds + 500_000_000_000_000) / 1_000_000_000_000_000
    let fraction = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - fraction.utf8.count) + fraction
  }

  /// The duration in seconds for people: `30 s`, `0.250 s`.
  var secondsText: String {
    let decimal = secondsDecimal
    return (decimal.hasSuffix(".000") ? String(decimal.dropLast(4)) : decimal) + " s"
  }
}
