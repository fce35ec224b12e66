/// A point in time as Java's `Date.toString()` prints it, in UTC: `Thu May 09 13:35:28 UTC 2024`.
///
/// Pure integer arithmetic over the proleptic Gregorian calendar, so it is Java's text from 1583 on.
/// - Source: facts §0.
struct CreateDate {
  private let daysSinceEpoch: Int64
  private let secondOfDay: Int

  init(millisecondsSinceEpoch: Int64) {
    let (seconds, _) = Self.floorDivide(millisecondsSinceEpoch, by: 1000)
    let (days, rest) = Self.floorDivide(seconds, by: 86_400)
    daysSinceEpoch = days
    secondOfDay = Int(rest)
  }

  /// Writes the text.
  func write(to text: inout WireText) {
    let date = civilDate
    text.raw(Self.weekdays[weekday])
    text.raw(UInt8(ascii: " "))
    text.raw(Self.months[date.month - 1])
    text.raw(UInt8(ascii: " "))
    text.twoDigits(date.day)
    text.raw(UInt8(ascii: " "))
    writeTime(to: &text)
    text.raw(" UTC ")
    text.number(date.year)
  }

  private func writeTime(to text: inout WireText) {
    text.twoDigits(secondOfDay / 3600)
    text.raw(UInt8(ascii: ":"))
    text.twoDigits(secondOfDay / 60 % 60)
    text.raw(UInt8(ascii: ":"))
    text.twoDigits(secondOfDay % 60)
  }

  /// 0 is Sunday; the epoch was a Thursday.
  private var weekday: Int {
    Int(Self.floorDivide(daysSinceEpoch + 4, by: 7).remainder)
  }

  /// The date by Howard Hinnant's `civil_from_days`: years begin in March, eras have 400 years.
  private var civilDate: (year: Int64, month: Int, day: Int) {
    let (era, dayOfEra) = Self.floorDivide(daysSinceEpoch + 719_468, by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), Int(month), Int(day))
  }

  private static func floorDivide(_ value: Int64, by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
