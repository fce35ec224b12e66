/// The moment in a `Date` header.
///
/// - Source: RFC 9110 §5.6.7, the form that servers have to send; its two obsolete forms are passed over.
enum HTTPDate {
  private static let months: [Substring] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The seconds since the epoch of `Mon, 02 Mar 2026 08:00:00 GMT`; nil for anything else.
  ///
  /// Whether the day of the week is the right one does not matter.
  static func secondsSinceEpoch(of text: String) -> Int? {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0].utf8.count == 4, parts[0].hasSuffix(","), parts[5] == "GMT",
      let day = number(parts[1], digits: 2), let month = months.firstIndex(of: parts[2]),
      let year = number(parts[3], digits: 4), let seconds = secondsOfDay(parts[4])
    else { return nil }
    guard (1...length(ofMonth: month, in: year)).contains(day) else { return nil }
    return days(year: year, month: month, day: day) * 86_400 + seconds
  }

  /// `08:00:00`; a leap second, `23:59:60`, counts as the first of the next day.
  private static func secondsOfDay(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { number($0, digits: 2) }
    guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2],
      hour < 24, minute < 60, second <= 60
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  private static func number(_ text: Substring, digits: Int) -> Int? {
    guard text.utf8.count == digits,
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return Int(text)
  }

  private static func length(ofMonth month: Int, in year: Int) -> Int {
    if month == 1 { return isLeap(year) ? 29 : 28 }
    return [3, 5, 8, 10].contains(month) ? 30 : 31
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The days from the epoch to a day, in the Gregorian calendar at all times.
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let before = year - 1
    let leapDays = before / 4 - before / 100 + before / 400
    let inYear = (0..<month).reduce(0) { $0 + length(ofMonth: $1, in: year) }
    // 719,162 days from 1 January of year 1 to the epoch.
    return before * 365 + leapDays + inYear + day - 1 - 719_162
  }
}
