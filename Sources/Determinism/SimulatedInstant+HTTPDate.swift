extension SimulatedInstant {
  /// The instant as HTTP writes it, to the second: `Mon, 02 Mar 2026 08:00:00 GMT`.
  ///
  /// - Source: RFC 9110 §5.6.7, IMF-fixdate.
  public var httpDate: String {
    let days = millisecondsSinceEpoch.flooredQuotient(by: 86_400_000)
    let second = (millisecondsSinceEpoch - days * 86_400_000) / 1000
    let date = CivilDate(daysSinceEpoch: days)
    // The epoch was a Thursday.
    let weekday = Self.weekdays[Int(days + 4 - (days + 4).flooredQuotient(by: 7) * 7)]
    let clock = [second / 3600, second / 60 % 60, second % 60].map(Self.twoDigits).joined(separator: ":")
    return
      "\(weekday), \(Self.twoDigits(date.day)) \(Self.months[Int(date.month) - 1]) \(date.year) \(clock) GMT"
  }

  private static func twoDigits(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
