import Determinism

extension Reading where Value == DurationDistribution {
  /// `45m`, `uniform 1m 5m`, `exponential 2m` or `lognormal 45m p99 3h`.
  public static var durations: Reading {
    Reading { field in
      DistributionText.distribution(
        in: field, of: "durations",
        example: "`45m`, `uniform 1m 5m`, `exponential 2m` or `lognormal 45m p99 3h`",
        parse: DistributionText.seconds
      ).map { DurationDistribution(seconds: $0) }
    }
  }

  /// The same, but never always 0: the gaps between happenings.
  public static var gaps: Reading {
    durations.that(
      { $0.seconds != .constant(0) && $0.seconds != .uniform(lower: 0, upper: 0) }, is: "a time above 0",
      fix: "write a gap such as `exponential 2m`")
  }
}

extension Reading where Value == NumberDistribution {
  /// `12`, `uniform 2 30`, `exponential 12` or `lognormal 12 p99 300`; numbers up to ten million.
  public static var numbers: Reading {
    Reading { field in
      DistributionText.distribution(
        in: field, of: "numbers", example: "`12`, `uniform 2 30` or `lognormal 12 p99 300`",
        parse: { NumberText.number($0).flatMap { (0...10_000_000).contains($0) ? $0 : nil } }
      ).map { NumberDistribution($0) }
    }
  }
}

/// The spellings of distributions: a word for the shape, then its parameters.
private enum DistributionText {
  static func seconds(_ text: String) -> Double? {
    do throws(DurationTextError) {
      return try Duration(scenarioText: text).inSeconds
    } catch {
      return nil
    }
  }

  static func distribution(
    in field: FieldReader, of unit: String, example: String, parse: (String) -> Double?
  ) -> Distribution? {
    guard let text = field.scalar, let distribution = shape(text, parse: parse) else {
      return field.reject(asNo: "a distribution of \(unit)", fix: "write \(example)")
    }
    guard let fault = distribution.fault else { return distribution }
    return field.reject(
      asNo: "a distribution of \(unit)", because: "found \(field.found); \(fault)", fix: "write \(example)")
  }

  private static func shape(_ text: String, parse: (String) -> Double?) -> Distribution? {
    if let constant = parse(text) { return .constant(constant) }
    let words = text.split(separator: " ").map(String.init)
    let numbers = words.map { parse($0) }
    switch (words.first, words.count) {
    case ("uniform", 3):
      return pair(numbers[1], numbers[2]).map { .uniform(lower: $0, upper: $1) }
    case ("exponential", 2):
      return numbers[1].map { .exponential(mean: $0) }
    case ("lognormal", 4) where words[2] == "p99":
      return pair(numbers[1], numbers[3]).map { .lognormal(median: $0, p99: $1) }
    default:
      return nil
    }
  }

  private static func pair(_ first: Double?, _ second: Double?) -> (Double, Double)? {
    guard let first, let second else { return nil }
    return (first, second)
  }
}

extension Distribution {
  /// Why no number can be drawn, or nil.
  fileprivate var fault: String? {
    switch self {
    case .uniform(let lower, let upper) where lower > upper: "the lower bound comes first"
    case .exponential(let mean) where mean <= 0: "the mean must be above 0"
    case .lognormal(let median, let p99) where median <= 0 || p99 < median:
      "the median must be above 0 and at most the p99"
    default: nil
    }
  }
}
