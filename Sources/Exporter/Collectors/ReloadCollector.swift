import PrometheusText

/// How the last reload went, named as Prometheus names its own.
struct ReloadCollector {
  func families(from state: ReloadState) -> [MetricFamily] {
    [
      Metric.configReloadSuccessful.gauge(state.isGood ? 1 : 0),
      Metric.configReloadTime.gauge(state.lastGood),
    ]
  }
}
