import Determinism

extension NumberDistribution {
  /// `12`, `uniform 2 30` and the like.
  var yaml: YAMLValue { .word(shape.text(NumberText.text)) }
}

extension DurationDistribution {
  /// `45m`, `lognormal 45m p99 3h` and the like; to the millisecond.
  var yaml: YAMLValue {
    .word(
      seconds.text { Duration.milliseconds(Int64(($0 * 1000).rounded())).scenarioText.filter { $0 != " " } })
  }
}

extension Distribution {
  /// The word for the shape, and its parameters.
  fileprivate func text(_ parameter: (Double) -> String) -> String {
    switch self {
    case .constant(let value): parameter(value)
    case .uniform(let lower, let upper): "uniform \(parameter(lower)) \(parameter(upper))"
    case .exponential(let mean): "exponential \(parameter(mean))"
    case .lognormal(let median, let p99): "lognormal \(parameter(median)) p99 \(parameter(p99))"
    }
  }
}
