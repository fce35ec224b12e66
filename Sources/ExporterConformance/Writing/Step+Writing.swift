import BBBAPI
import Determinism
import Scenarios

extension Step {
  /// An entry of `script`.
  var yaml: YAMLValue {
    .fields([
      "at": at.map { .duration($0) },
      "faults": faults.map { $0.isEmpty ? .line(.list([])) : .list($0.map(\.yaml)) },
      "api": .filled(changes.map(\.yaml)), "wall clock": wallClock.map { .text($0.signedText) },
      "scrape": isImplied ? nil : scrape?.yaml, "load": load.map { .line($0.yaml) }, "expect": expected,
    ])
  }

  /// Who expects something of a page need not say that it is asked for.
  private var isImplied: Bool {
    scrape == ScrapePlan() && (!expectations.isEmpty || wallClock != nil)
  }

  private var expected: YAMLValue? {
    expectations == [.oracle] ? .text("oracle") : .filled(expectations.map(\.yaml))
  }
}

extension Duration {
  /// With its sign in any case, such as `+1h`.
  fileprivate var signedText: String {
    self < .zero ? "-\((.zero - self).scenarioText)" : "+\(scenarioText)"
  }
}

extension WorldChange {
  fileprivate var yaml: YAMLValue {
    .line(.mapping([.init(call.rawValue, .mapping(parameters.map { .init($0.key, .text($0.value)) }))]))
  }
}

extension ScrapePlan {
  fileprivate var yaml: YAMLValue {
    if self == ScrapePlan() { return .word("true") }
    return .line(of: [
      "path": path == ScrapePlan().path ? nil : .text(path),
      "accept": accept.map { .text($0 == Self.openMetricsAccept ? "openmetrics" : $0) },
      "headers": headers.isEmpty ? nil : .mapping(headers.map { .init($0.key, .text($0.value)) }),
      "together": together == 1 ? nil : .number(together),
    ])
  }
}

extension LoadPlan {
  fileprivate var yaml: YAMLValue {
    .fields([
      "name": name.map { .text($0) }, "scrapes": .number(scrapes),
      "together": together == 1 ? nil : .number(together), "leaving": .share(leaving),
      "timeout": timeout.map { .duration($0) }, "step": step == .zero ? nil : .duration(step),
      "flaps": flaps.isEmpty ? nil : .list(flaps.map(\.yaml)), "soak": .set(isSoak),
    ])
  }
}

extension LoadExpectation {
  /// The measure and its limit, shares in percent.
  var yaml: YAMLValue {
    let number = limit == limit.rounded() ? "\(Int(limit))" : "\(limit)"
    return .line(of: [measure.rawValue: .word(number + (measure.isShare ? "%" : ""))])
  }
}
