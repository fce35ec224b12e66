import Determinism

extension Double {
  /// The number with so many decimals, rounded half away from zero; from 0 to 6 decimals, below 10¹².
  func fixed(_ decimals: Int) -> String {
    let power = (0..<decimals).reduce(1) { power, _ in power * 10 }
    let scaled = Int((magnitude * Double(power)).rounded())
    let (whole, rest) = scaled.quotientAndRemainder(dividingBy: power)
    let sign = self < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(whole)" }
    let digits = String(rest)
    return "\(sign)\(whole)." + String(repeating: "0", count: decimals - digits.count) + digits
  }

  /// The shortest text that is read as this number, without `.0`.
  var shortText: String {
    let text = "\(self)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension Duration {
  /// In seconds with three decimals, such as `12.500s`.
  var secondsText: String { inSeconds.fixed(3) + "s" }
}

extension UInt64 {
  /// This many microseconds as milliseconds with three decimals, such as `0.083`.
  var millisecondsText: String { (Double(self) / 1000).fixed(3) }
}
