extension SimulatedInstant {
  /// 0000-01-01T00:00:00Z, the first instant that ``iso8601`` writes with a year of four digits.
  public static let earliest = SimulatedInstant(millisecondsSinceEpoch: -62_167_219_200_000)
  /// 9999-12-31T23:59:59.999Z, the last instant that ``iso8601`` writes with a year of four digits.
  public static let latest = SimulatedInstant(millisecondsSinceEpoch: 253_402_300_799_999)

  /// Reads `2026-03-02T08:00:00Z`; nil when the text has another form or the calendar no such moment.
  ///
  /// A fraction of a second may follow, cut after milliseconds; an offset such as `+01:00` may stand for `Z`.
  /// There are no leap seconds. The instant lies from ``earliest`` to ``latest``.
  public init?(iso8601 text: String) {
    var scanner = DigitScanner(text)
    guard let date = scanner.date(), scanner.skip("T"), let time = scanner.timeOfDay(),
      let offset = scanner.offset(), scanner.isAtEnd
    else { return nil }
    let instant = SimulatedInstant(
      millisecondsSinceEpoch: date.daysSinceEpoch * 86_400_000 + time - offset)
    guard instant >= .earliest, instant <= .latest else { return nil }
    self = instant
  }

  /// The instant in UTC, such as `2026-03-02T08:00:00Z`; with a fraction of three digits unless it is zero.
  public var iso8601: String {
    let days = millisecondsSinceEpoch.flooredQuotient(by: 86_400_000)
    let ofDay = millisecondsSinceEpoch - days * 86_400_000
    let date = CivilDate(daysSinceEpoch: days)
    let clock = [ofDay / 3_600_000, ofDay / 60_000 % 60, ofDay / 1000 % 60].map { $0.padded(to: 2) }
    let fraction = ofDay % 1000 == 0 ? "" : "." + (ofDay % 1000).padded(to: 3)
    let day = "\(date.year.padded(to: 4))-\(date.month.padded(to: 2))-\(date.day.padded(to: 2))"
    return "\(day)T\(clock.joined(separator: ":"))\(fraction)Z"
  }
}

extension SimulatedInstant: CustomStringConvertible {
  /// The same as ``iso8601``.
  public var description: String { iso8601 }
}

extension Int64 {
  fileprivate func padded(to width: Int) -> String {
    var digits = String(magnitude)
    while digits.count < width { digits = "0" + digits }
    return self < 0 ? "-" + digits : digits
  }
}

extension DigitScanner {
  fileprivate mutating func date() -> CivilDate? {
    guard let year = number(digits: 4), skip("-"), let month = number(digits: 2), skip("-"),
      let day = number(digits: 2)
    else { return nil }
    let date = CivilDate(year: year, month: month, day: day)
    return date.exists ? date : nil
  }

  /// Milliseconds since midnight.
  fileprivate mutating func timeOfDay() -> Int64? {
    guard let hour = number(digits: 2), skip(":"), let minute = number(digits: 2), skip(":"),
      let second = number(digits: 2), hour < 24, minute < 60, second < 60
    else { return nil }
    guard skip(".") else { return (hour * 3600 + minute * 60 + second) * 1000 }
    guard let fraction = thousandths() else { return nil }
    return (hour * 3600 + minute * 60 + second) * 1000 + fraction
  }

  /// The milliseconds by which local time is ahead of UTC.
  fileprivate mutating func offset() -> Int64? {
    if skip("Z") { return 0 }
    let sign: Int64
    if skip("+") {
      sign = 1
    } else if skip("-") {
      sign = -1
    } else {
      return nil
    }
    guard let hours = number(digits: 2), skip(":"), let minutes = number(digits: 2), hours < 24, minutes < 60
    else { return nil }
    return sign * (hours * 60 + minutes) * 60_000
  }
}
