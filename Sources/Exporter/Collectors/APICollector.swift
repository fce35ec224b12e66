import BBBReading
import PrometheusText

/// How the calls themselves fare.
struct APICollector: Collector {
  private typealias Values = [(labels: [String], value: Double)]

  func families(from source: PageSource) -> [MetricFamily] {
    [
      Metric.apiUp.gauge(number(source.findings.hasSucceeded(.meetings))),
      Metric.apiCallSuccess.gauge(successes(in: source)),
      Metric.apiCallDuration.gauge(durations(in: source)),
      Metric.apiCallLastSuccess.gauge(lastSuccesses(in: source)),
      Metric.apiCallFailures.counter(failures(in: source)),
      Metric.apiLatency.histogram(latencies(in: source)),
      Metric.apiAnomalies.counter(anomalies(in: source)),
    ]
  }

  private func successes(in source: PageSource) -> Values {
    calls(of: source).map { ($0.labels, number(hasSucceeded($0, in: source))) }
  }

  /// Of a call that not every scrape makes, the latest tells.
  private func hasSucceeded(_ call: ScrapeCall, in source: PageSource) -> Bool {
    if case .recordings = call, source.settings.shelvesRecordings {
      return source.memories.calls[call]?.hasSucceeded ?? false
    }
    return source.findings.hasSucceeded(call)
  }

  private func durations(in source: PageSource) -> Values {
    calls(of: source).compactMap { call in
      source.memories.calls[call]?.lastDuration.map { (call.labels, $0.inSeconds) }
    }
  }

  private func lastSuccesses(in source: PageSource) -> Values {
    calls(of: source).compactMap { call in
      source.memories.calls[call]?.lastSuccess.map { (call.labels, $0) }
    }
  }

  /// All causes from the start, so that the first failure is seen as an increase.
  private func failures(in source: PageSource) -> Values {
    var totals: [String: [FailureCause: Int]] = [:]
    let calls = calls(of: source)
    for call in calls {
      totals[call.endpoint, default: [:]].merge(
        source.memories.calls[call]?.failures ?? [:], uniquingKeysWith: +)
    }
    return totals.sorted { $0.key < $1.key }.flatMap { endpoint, counts in
      FailureCause.allCases.map { ([endpoint, $0.rawValue], Double(counts[$0] ?? 0)) }
    }
  }

  private func latencies(in source: PageSource) -> [(labels: [String], histogram: Histogram)] {
    ScrapeCall.needed(for: source.settings.recordings).compactMap { call in
      source.memories.calls[call].map { (call.labels, $0.latency) }
    }
  }

  /// All kinds from the start, for the same reason.
  private func anomalies(in source: PageSource) -> Values {
    Anomaly.allCases.map { kind in
      ([kind.rawValue], Double(source.memories.anomalies[kind] ?? 0))
    }
  }

  private func calls(of source: PageSource) -> [ScrapeCall] {
    ScrapeCall.needed(for: source.settings.recordings)
  }

  private func number(_ isTrue: Bool) -> Double { isTrue ? 1 : 0 }
}
