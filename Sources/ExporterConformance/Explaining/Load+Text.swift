import Determinism
import PrometheusText
import Scenarios

extension LoadPlan: CustomStringConvertible {
  /// What is asked, in one line.
  public var description: String {
    let parts = [
      scrapes == 1 ? "one scrape" : "\(scrapes) scrapes", together > 1 ? "\(together) at once" : nil,
      leaving > 0 ? "\((leaving * 100).expositionText)% of the clients leave before the end" : nil,
      timeout.map { "each with a timeout of \($0.scenarioText)" },
      step > .zero ? "the day goes on by \(step.scenarioText) after each round" : nil,
      flaps.isEmpty ? nil : "every second round with " + flaps.map(\.text).joined(separator: " and "),
      isSoak ? "as many as --soak says" : nil,
    ]
    return (name.map { "\($0): " } ?? "") + parts.compactMap(\.self).joined(separator: ", ")
  }
}

extension LoadExpectation: CustomStringConvertible {
  /// What is expected, in one line.
  public var description: String {
    measure == .recovery
      ? "every page to be right from scrape \(measure.text(of: limit)) on" : "\(bound) \(measure.meaning)"
  }

  /// How far it may go, such as `at most 2 calls`.
  var bound: String { (measure.isShare ? "at least " : "at most ") + measure.text(of: limit) }
}

extension LoadMeasure {
  /// A value with its unit, to two digits behind the point.
  func text(of value: Double) -> String {
    let number = ((value * 100).rounded() / 100).expositionText
    return unit == "%" ? number + "%" : unit.isEmpty ? number : "\(number) \(unit)"
  }
}
