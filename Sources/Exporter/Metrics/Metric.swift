import PrometheusText

/// What is fixed about a metric family; the table of them all is ``Metric/all``.
struct Metric: Sendable, Equatable {
  /// The name of the family, for a counter without `_total`.
  let name: String
  /// The type.
  let type: MetricType
  /// The names of the labels, `le` not among them.
  let labels: [String]
  /// The HELP text.
  let help: String
  /// What the values count or measure.
  let unit: MetricUnit
  /// Where the values come from.
  let source: String
  /// What has to be found out for it.
  let needs: MetricNeed
  /// The setting without which it is never there; nil when it needs none.
  let setting: SettingName?
  /// Whether the name is ours and not one of 0.7.1.
  let isOwn: Bool

  init(
    _ name: String, _ type: MetricType, labels: [String] = [], _ help: String, unit: MetricUnit,
    source: String, needs: MetricNeed, onlyWith setting: SettingName? = nil, isOwn: Bool = false
  ) {
    self.name = name
    self.type = type
    self.labels = labels
    self.help = help
    self.unit = unit
    self.source = source
    self.needs = needs
    self.setting = setting
    self.isOwn = isOwn
  }
}

// Families with values.
extension Metric {
  func gauge(_ value: Double) -> MetricFamily {
    withUnit(.gauge(name, help: help, value: value))
  }

  /// Makes a gauge; each sample has the values of ``labels`` in their order.
  func gauge(_ values: [(labels: [String], value: Double)]) -> MetricFamily {
    withUnit(.gauge(name, help: help, values: values.map { (labelled($0.labels), $0.value) }))
  }

  func counter(_ value: Double) -> MetricFamily {
    withUnit(.counter(name, help: help, value: value))
  }

  func counter(_ values: [(labels: [String], value: Double)]) -> MetricFamily {
    withUnit(.counter(name, help: help, values: values.map { (labelled($0.labels), $0.value) }))
  }

  func histogram(_ series: [(labels: [String], histogram: Histogram)]) -> MetricFamily {
    withUnit(.histogram(name, help: help, series: series.map { (labelled($0.labels), $0.histogram) }))
  }

  func gaugeHistogram(_ histogram: Histogram) -> MetricFamily {
    withUnit(.gaugeHistogram(name, help: help, histogram))
  }

  private func labelled(_ values: [String]) -> [Label] {
    precondition(values.count == labels.count, "\(name) has the labels \(labels), not \(values.count)")
    return zip(labels, values).map { Label($0, $1) }
  }

  /// Says a unit of measure to scrapers where the name ends with it, as OpenMetrics demands.
  private func withUnit(_ family: MetricFamily) -> MetricFamily {
    guard unit == .seconds || unit == .bytes, name.hasSuffix("_\(unit.rawValue)") else { return family }
    var family = family
    family.unit = unit.rawValue
    return family
  }
}
