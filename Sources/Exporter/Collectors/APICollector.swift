import BBBReading
import PrometheusText

/// How the calls themselves fare.
struct APICollector: Collector {
  func families(from source: PageSource) -> [MetricFamily] {
    [
      Metric.apiUp.gauge(number(source.findings.hasSucceeded(.meetings))),
      Metric.apiCallSuccess.gauge(successes(in: source)),
      Metric.apiLatency.histogram(latencies(in: source)),
      Metric.apiAnomalies.counter(anomalies(in: source)),
    ]
  }

  private func successes(in source: PageSource) -> [(labels: [String], value: Double)] {
    ScrapeCall.needed(for: source.settings.recordings).map { call in
      (call.labels, number(source.findings.hasSucceeded(call)))
    }
  }

  private func latencies(in source: PageSource) -> [(labels: [String], histogram: Histogram)] {
    ScrapeCall.withLatency(for: source.settings.recordings).compactMap { call in
      source.memories.latencies[call].map { (call.labels, $0) }
    }
  }

  /// All kinds from the start, so that the first anomaly is seen as an increase.
  private func anomalies(in source: PageSource) -> [(labels: [String], value: Double)] {
    Anomaly.allCases.map { kind in
      ([kind.rawValue], Double(source.memories.anomalies[kind] ?? 0))
    }
  }

  private func number(_ isTrue: Bool) -> Double { isTrue ? 1 : 0 }
}
