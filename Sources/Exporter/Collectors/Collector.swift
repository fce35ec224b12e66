import PrometheusText

/// Turns a part of what was found into families; what was not found has no family.
protocol Collector: Sendable {
  func families(from source: PageSource) -> [MetricFamily]
}
