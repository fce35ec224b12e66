extension Duration {
  /// The duration in seconds, as metrics have it.
  var inSeconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) + Double(attoseconds) / 1e18
  }

  /// For people, at a glance: `12 ms` or `3.4 s`.
  var forPeople: String {
    let milliseconds = inWholeMilliseconds
    guard milliseconds >= 1000 else { return "\(milliseconds) ms" }
    let tenths = (milliseconds + 50) / 100
    return tenths % 10 == 0 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
  }

  /// For people who compare lines: seconds, always with three digits behind the point.
  var toMilliseconds: String {
    let milliseconds = inWholeMilliseconds
    let fraction = String(milliseconds % 1000)
    return "\(milliseconds / 1000).\(String(repeating: "0", count: 3 - fraction.count))\(fraction) s"
  }

  private var inWholeMilliseconds: Int { Int((inSeconds * 1000).rounded()) }
}
