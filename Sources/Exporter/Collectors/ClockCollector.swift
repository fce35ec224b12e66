import PrometheusText

/// How the clocks of the server and the exporter differ; absent when the server does not say its time.
struct ClockCollector: Collector {
  func families(from source: PageSource) -> [MetricFamily] {
    guard case .success(let tally) = source.findings.meetings, let skew = tally.time.skew else { return [] }
    return [Metric.apiClockSkew.gauge(skew)]
  }
}
