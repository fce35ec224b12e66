import PrometheusText

/// The whole page, in a fixed order.
enum Page {
  private static let collectors: [any Collector] = [
    MeetingsCollector(), RoomsCollector(), MeetingSeriesCollector(), UniqueMeetingsCollector(),
    RecordingsCollector(), PipelineCollector(), APICollector(), ClockCollector(), VersionCollector(),
    SyntheticProbeCollector(),
  ]

  /// The families that are wanted and could be found out.
  static func families(_ wanted: WantedFamilies, from source: PageSource) -> [MetricFamily] {
    let families = collectors.flatMap { $0.families(from: source) }
    return kept(families, wanted)
  }

  /// What the exporter tells of itself beside the page of the one server of `/metrics`.
  static func ownFamilies(_ wanted: WantedFamilies, of desk: WatchDesk) -> [MetricFamily] {
    let reload = desk.reload.map(ReloadCollector().families) ?? []
    return kept(reload + (desk.process.map(ProcessCollector().families) ?? []), wanted)
  }

  /// What `/metrics` shows when it shows no server.
  static func lonelyFamilies(_ wanted: WantedFamilies, of desk: WatchDesk) -> [MetricFamily] {
    kept([VersionCollector.exporter], wanted) + ownFamilies(wanted, of: desk)
  }

  private static func kept(_ families: [MetricFamily], _ wanted: WantedFamilies) -> [MetricFamily] {
    if wanted == .all { return families }
    let names = Set(Metric.all.filter(wanted.includes).map(\.name))
    return families.filter { names.contains($0.name) }
  }
}
