import Scenarios

extension Reading where Value == LoadPlan {
  /// `{ scrapes: 400, together: 8, leaving: 30%, timeout: 2s, step: 1m, flaps: [{ status: 502 }], soak: true }`
  static var load: Reading {
    Reading { field in
      field.mapping("a load") { m in
        var load = LoadPlan()
        load.name = m.optional("name", .name)
        load.scrapes = m.required("scrapes", .count(in: 1...10_000)) ?? 1
        load.together = m.optional("together", .count(in: 1...64)) ?? 1
        load.leaving = m.optional("leaving", .share) ?? 0
        load.timeout = m.optional("timeout", .length)
        load.step = m.optional("step", .length) ?? .zero
        load.flaps = m.list("flaps", .fault)
        load.isSoak = m.optional("soak", .present) ?? false
        return load
      }
    }
  }
}

extension Reading where Value == LoadExpectation {
  /// A reading for each measure, by the word of the case language.
  static var measures: [(key: String, reading: Reading)] {
    LoadMeasure.allCases.map { measure in
      (
        measure.rawValue,
        Reading { field in measure.limit.value(of: field).map { LoadExpectation(measure, $0) } }
      )
    }
  }
}

extension LoadMeasure {
  /// How its limit is written; shares are percentages there and here.
  fileprivate var limit: Reading<Double> {
    switch self {
    case .answered, .right, .upRight:
      Reading { field in Reading<Double>.share.value(of: field).map { $0 * 100 } }
    case .amplification, .descriptorGrowth, .openCalls, .recovery, .peakMemory:
      Reading { field in Reading<Int>.count().value(of: field).map(Double.init) }
    case .serialFactor, .memoryGrowth:
      .scalar("a ratio of at least 1", fix: "write a number such as `2.5`") { text in
        Double(text).flatMap { (1...1000).contains($0) ? $0 : nil }
      }
    }
  }
}
