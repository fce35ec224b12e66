/// Why a text is not a duration.
public enum DurationTextError: Error, Sendable, Equatable {
  /// The text does not begin with a number, or something else than a duration follows.
  case malformed
  /// A number without a unit.
  case missingUnit
  /// What stands behind a number is none of `w d h m s ms`.
  case unknownUnit(String)
  /// A unit comes twice, or behind a smaller one.
  case unitOutOfOrder(String)
  /// More than 36,500 days.
  case tooLong
}

extension Duration {
  /// The longest duration that a text may say: 36,500 days.
  public static let longestInText = Duration.milliseconds(DurationUnit.limit)

  /// Reads `90m`, `1h30m`, `1h 30m`, `1.5h`, `2s`, `250ms`, `90d` or `1w`.
  ///
  /// Units come from large to small, each at most once; the last number may have a fraction, of which three digits
  /// count. A bare number is an error: nobody should have to know which unit it would be.
  public init(scenarioText text: String) throws(DurationTextError) {
    var scanner = DigitScanner(text)
    var total: Int64 = 0
    var smallest: DurationUnit?
    repeat {
      let (amount, thousandths) = try scanner.amount()
      let unit = try scanner.unit()
      if let smallest, unit.rawValue >= smallest.rawValue { throw .unitOutOfOrder(unit.symbol) }
      guard amount <= DurationUnit.limit / unit.rawValue else { throw .tooLong }
      total += amount * unit.rawValue + (thousandths ?? 0) * unit.rawValue / 1000
      guard total <= DurationUnit.limit else { throw .tooLong }
      smallest = unit
      if thousandths != nil { break }
      if scanner.skip(" "), scanner.isAtEnd { throw .malformed }
    } while !scanner.isAtEnd
    guard scanner.isAtEnd else { throw .malformed }
    self = .milliseconds(total)
  }

  /// The duration in days, hours, minutes, seconds and milliseconds, such as `1h 30m`; `0s` for none.
  ///
  /// What is finer than a millisecond is dropped. Read by ``init(scenarioText:)`` unless negative.
  public var scenarioText: String {
    var left = milliseconds.magnitude
    guard left > 0 else { return "0s" }
    var parts: [String] = []
    for unit in DurationUnit.allCases where unit != .week {
      let size = UInt64(unit.rawValue)
      if left >= size { parts.append("\(left / size)\(unit.symbol)") }
      left %= size
    }
    return (milliseconds < 0 ? "-" : "") + parts.joined(separator: " ")
  }
}

/// A unit of time; the raw value is its length in milliseconds.
private enum DurationUnit: Int64, CaseIterable {
  case week = 604_800_000
  case day = 86_400_000
  case hour = 3_600_000
  case minute = 60_000
  case second = 1000
  case millisecond = 1

  static let limit: Int64 = 36_500 * 86_400_000

  var symbol: String {
    switch self {
    case .week: "w"
    case .day: "d"
    case .hour: "h"
    case .minute: "m"
    case .second: "s"
    case .millisecond: "ms"
    }
  }
}

extension DigitScanner {
  fileprivate mutating func amount() throws(DurationTextError) -> (Int64, thousandths: Int64?) {
    guard !isAtEnd else { throw .malformed }
    var ahead = self
    guard ahead.digit() != nil else { throw .malformed }
    guard let whole = number(upTo: DurationUnit.limit) else { throw .tooLong }
    guard skip(".") else { return (whole, nil) }
    guard let thousandths = thousandths() else { throw .malformed }
    return (whole, thousandths)
  }

  fileprivate mutating func unit() throws(DurationTextError) -> DurationUnit {
    let symbol = letters()
    guard !symbol.isEmpty else { throw isAtEnd || skip(" ") ? .missingUnit : .malformed }
    guard let unit = DurationUnit.allCases.first(where: { $0.symbol == symbol }) else {
      throw .unknownUnit(symbol)
    }
    return unit
  }
}
