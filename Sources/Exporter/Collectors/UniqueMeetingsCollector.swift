import PrometheusText

/// Meetings since the start; always there, as counters have to be.
struct UniqueMeetingsCollector: Collector {
  func families(from source: PageSource) -> [MetricFamily] {
    let unique = source.memories.uniqueMeetings
    return [
      Metric.uniqueMeetings.counter(Double(unique.meetings)),
      Metric.uniqueBreakoutRooms.counter(Double(unique.breakoutRooms)),
    ]
  }
}
