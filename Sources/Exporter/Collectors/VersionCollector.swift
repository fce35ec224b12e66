import PrometheusText

/// The versions of the server, where it can be read, and of the exporter.
struct VersionCollector: Collector {
  func families(from source: PageSource) -> [MetricFamily] {
    let installed = source.findings.disk?.version.map { Metric.bbbVersion.gauge([([$0], 1)]) }
    return (installed.map { [$0] } ?? []) + [Self.exporter]
  }

  /// The exporter itself.
  static var exporter: MetricFamily { Metric.exporter.gauge([([ExporterIdentity.version], 1)]) }
}
