extension MetricFamily {
  /// What text 0.0.4 shows of this family: one family, or several directly after one another.
  ///
  /// - A gauge histogram becomes a histogram that has only buckets, followed by the gauges `<name>_gcount`
  ///   and `<name>_gsum`, on which dashboards rely.
  /// - `_created` samples become a gauge of their own, in front of those.
  /// - An info becomes the gauge `<name>_info`, a state set a gauge.
  /// - Units and exemplars are left out.
  ///
  /// Parsing what was written in text 0.0.4 yields exactly these families.
  /// - Source: the exporter contract §2, and prometheus_client, which does the same.
  public var inTextFormat: [MetricFamily] {
    [mainTextFamily] + Self.splitSuffixes.compactMap(gauge(ofSamplesWith:))
  }

  private static let splitSuffixes = ["_created", "_gcount", "_gsum"]

  private var mainTextFamily: MetricFamily {
    var family = self
    family.unit = nil
    if samples.contains(where: { $0.exemplar != nil || Self.splitSuffixes.contains($0.suffix) }) {
      family.samples = samples.filter { !Self.splitSuffixes.contains($0.suffix) }.map(\.withoutExemplar)
    }
    switch type {
    case .gaugehistogram: family.type = .histogram
    case .stateset: family.type = .gauge
    case .info: family.becomeInfoGauge()
    case .counter, .gauge, .histogram, .summary, .unknown: break
    }
    return family
  }

  private mutating func becomeInfoGauge() {
    name += "_info"
    type = .gauge
    for index in samples.indices where samples[index].suffix == "_info" {
      samples[index].suffix = ""
    }
  }

  private func gauge(ofSamplesWith suffix: String) -> MetricFamily? {
    let values = samples.filter { $0.suffix == suffix }.map {
      Sample(labels: $0.labels, value: $0.value, timestamp: $0.timestamp)
    }
    guard !values.isEmpty else { return nil }
    return MetricFamily(name: name + suffix, type: .gauge, help: help, samples: values)
  }
}

extension Sample {
  fileprivate var withoutExemplar: Sample {
    var sample = self
    sample.exemplar = nil
    return sample
  }
}
