import ConformanceKit
import Determinism

extension LoadCourse {
  /// What was not as expected, in the order of the expectations.
  func findings(_ expectations: [LoadExpectation]) -> [Finding] {
    expectations.compactMap { expectation in
      let measure = expectation.measure
      guard let value = value(of: measure) else {
        return Finding(.obstacle, "\(measure.figureName) could not be measured: \(measure.need)")
      }
      guard !figure(expectation, value).isKept else { return nil }
      var finding = Finding(
        measure.complaint, expected: expectation.bound, actual: measure.text(of: value))
      finding.hint = hint(measure)
      return finding
    }
  }

  /// What was measured: what the case holds to something, and a few numbers that say how it went.
  func figures(_ expectations: [LoadExpectation]) -> [Figure] {
    let held = expectations.compactMap { expectation in
      value(of: expectation.measure).map { figure(expectation, $0) }
    }
    let times = scrapes.compactMap { $0.duration.map { $0.seconds * 1000 } }
    let told = [
      times.median.map { Figure(named("scrape time"), $0, unit: "ms") },
      times.max().map { Figure(named("slowest scrape"), $0, unit: "ms") },
      Figure(named("API calls a scrape"), callsPerScrape),
      expectations.contains { $0.measure == .peakMemory }
        ? nil : value(of: .peakMemory).map { Figure(named("peak memory"), $0, unit: "MB") },
    ]
    return held + told.compactMap(\.self)
  }

  private var callsPerScrape: Double {
    let calls = rounds.flatMap(\.calls.values).reduce(0, +)
    return Double(calls) / Double(max(1, rounds.last?.number ?? 1))
  }

  private func figure(_ expectation: LoadExpectation, _ value: Double) -> Figure {
    let measure = expectation.measure
    return Figure(
      named(measure.figureName), value, unit: measure.unit,
      limit: measure.isShare ? .atLeast(expectation.limit) : .atMost(expectation.limit))
  }

  private func named(_ figure: String) -> String { plan.name.map { "\(figure), \($0)" } ?? figure }

  private func hint(_ measure: LoadMeasure) -> String? {
    switch measure {
    case .right, .upRight, .recovery:
      firstWrong.map { wrong in
        let seen = [
          wrong.finding.expected.map { "expected \($0)" }, wrong.finding.actual.map { "got \($0)" },
        ]
        return "scrape \(wrong.scrape) was the first: "
          + ([wrong.finding.what] + seen.compactMap(\.self)).joined(separator: ", ")
      }
    case .answered:
      rounds.flatMap(\.scrapes).count < plan.stayingScrapes
        ? "after three rounds without an answer nobody asked any more" : nil
    default: nil
    }
  }
}

extension LoadMeasure {
  /// What it takes to measure it.
  fileprivate var need: String {
    switch self {
    case .serialFactor: "no fault in force holds every call up by a constant latency"
    case .memoryGrowth: "it takes at least four rounds, and /proc"
    default: "it takes /proc"
    }
  }
}
