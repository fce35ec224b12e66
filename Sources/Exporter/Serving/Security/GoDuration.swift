/// Durations as Go writes them.
enum GoDuration {
  private static let units: [(name: String, seconds: Double)] = [
    ("ns", 1e-9), ("us", 1e-6), ("µs", 1e-6), ("ms", 1e-3), ("s", 1), ("m", 60), ("h", 3600),
  ]

  /// The duration, such as `1m30s` or `0`; nil for anything else, negative ones and more than a day among it.
  static func parse(_ text: String) -> Duration? {
    if text == "0" { return .zero }
    var rest = text[...]
    var seconds = 0.0
    while !rest.isEmpty {
      let number = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
      let name = rest.dropFirst(number.count).prefix { $0.isLetter }
      guard let value = Double(number), let unit = units.first(where: { $0.name == name }) else { return nil }
      seconds += value * unit.seconds
      rest = rest.dropFirst(number.count + name.count)
    }
    return text.isEmpty || seconds > 86_400 ? nil : .seconds(seconds)
  }
}
