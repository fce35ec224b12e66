public import Determinism

extension Reading where Value == Duration {
  /// A duration such as `90m`, 0 or above.
  public static var duration: Reading {
    Reading { field in
      guard let text = field.scalar else {
        return field.reject(asNo: "a duration", fix: "write a number and a unit, such as `90m`")
      }
      do throws(DurationTextError) {
        return try Duration(scenarioText: text)
      } catch {
        return field.reject(
          asNo: "a duration", because: "found \(field.found), \(error.reason)", fix: error.fix(for: text))
      }
    }.described(as: .duration)
  }

  /// A duration above 0.
  public static var length: Reading {
    duration.that({ $0 > .zero }, is: "a duration above 0", fix: "write a duration such as `90m`")
  }
}

extension Reading where Value == SimulatedInstant {
  /// An instant such as `2026-03-02T08:00:00Z`.
  public static var instant: Reading {
    scalar("an instant", fix: "write date, time and zone, such as `2026-03-02T08:00:00Z`") {
      SimulatedInstant(iso8601: $0)
    }
  }
}

extension DurationTextError {
  /// What is wrong, as the end of a sentence that begins with what was found.
  var reason: String {
    switch self {
    case .malformed: "which does not read as numbers with units"
    case .missingUnit: "a number without a unit"
    case .unknownUnit(let unit): "and `\(unit)` is no unit"
    case .unitOutOfOrder(let unit): "where `\(unit)` stands twice or behind a smaller unit"
    case .tooLong: "which is longer than \(Duration.longestInText.scenarioText)"
    }
  }

  func fix(for text: String) -> String {
    switch self {
    case .missingUnit where NumberText.isWhole(text):
      "did you mean `\(text)m` or `\(text)s`?"
    case .tooLong:
      "write a shorter one"
    default:
      "write units from large to small out of `w`, `d`, `h`, `m`, `s`, `ms`, such as `1h 30m`"
    }
  }
}
