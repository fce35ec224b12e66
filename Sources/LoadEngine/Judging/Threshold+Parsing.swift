import Determinism

extension Threshold {
  /// Reads `p99 > 200ms`, `service p99.9 >= 1s`, `max > 2s`, `errors > 0`, `dropped > 1%`, `rate < 95%` or `rate < 50`.
  ///
  /// - Throws: what is wrong with it.
  public init(parsing text: String) throws(ThresholdError) {
    let symbols = text.drop { !"<>=".contains($0) }.prefix { "<>=".contains($0) }
    guard let comparison = Comparison(rawValue: String(symbols)) else { throw .noComparison(text) }
    let sides = (text[..<symbols.startIndex].trimmed, text[symbols.endIndex...].trimmed)
    subject = try Self.subject(sides.0)
    (bound, unit) = try Self.bound(sides.1, for: subject)
    self.comparison = comparison
    self.text = "\(sides.0) \(comparison.rawValue) \(sides.1)"
  }

  private static func subject(_ text: Substring) throws(ThresholdError) -> Subject {
    let words = text.split(separator: " ")
    switch (words.count, words.first) {
    case (1, "errors"): return .errors
    case (1, "dropped"): return .dropped
    case (1, "rate"): return .rate
    case (1, _): return .latency(percentile: try percentile(words[0], in: text))
    case (2, "service"): return .serviceTime(percentile: try percentile(words[1], in: text))
    default: throw .unknownSubject(String(text))
    }
  }

  private static func percentile(_ word: Substring, in text: Substring) throws(ThresholdError) -> Double {
    if word == "max" { return 100 }
    guard word.first == "p", let percentile = Double(word.dropFirst()), percentile > 0, percentile <= 100
    else {
      throw .unknownSubject(String(text))
    }
    return percentile
  }

  private static func bound(_ text: Substring, for subject: Subject) throws(ThresholdError) -> (Double, Unit)
  {
    switch subject {
    case .latency, .serviceTime:
      // The reason is not told apart: the message shows how a bound is written.
      guard let duration = try? Duration(scenarioText: String(text)) else { throw .badDuration(String(text)) }
      return (Double(duration.milliseconds), .milliseconds)
    case .errors, .dropped, .rate:
      let digits = text.hasSuffix("%") ? text.dropLast() : text
      guard let number = Double(digits), number >= 0, number.isFinite else { throw .badNumber(String(text)) }
      return (number, text.hasSuffix("%") ? .percent : .count)
    }
  }
}

extension Substring {
  /// Without blanks at either end.
  fileprivate var trimmed: Substring {
    let start = drop { $0 == " " }
    return start.lastIndex { $0 != " " }.map { start[...$0] } ?? start[start.endIndex...]
  }
}

/// Why a text is no threshold.
public enum ThresholdError: Error, Sendable, Equatable {
  /// None of `>`, `>=`, `<` and `<=`, or something else made of them.
  case noComparison(String)
  /// What stands on the left is nothing that is measured.
  case unknownSubject(String)
  /// A latency is held against something that isn't a duration.
  case badDuration(String)
  /// A number is held against something that isn't one.
  case badNumber(String)
}

extension ThresholdError: CustomStringConvertible {
  /// What is wrong and what would mend it, in a line.
  public var description: String {
    switch self {
    case .noComparison(let text):
      "'\(text)' compares nothing: one of > >= < <= is needed, as in 'p99 > 200ms'"
    case .unknownSubject(let text):
      "'\(text)' isn't measured; known are p50, p99.9 and the like, max, service p99, errors, dropped and rate"
    case .badDuration(let text): "'\(text)' is no duration with a unit, such as 200ms or 1.5s"
    case .badNumber(let text): "'\(text)' is neither a number nor a percentage, such as 0 or 95%"
    }
  }
}
