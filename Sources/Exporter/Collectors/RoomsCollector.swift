import PrometheusText

/// The meetings by size and age, computed anew for each scrape; absent when getMeetings failed.
struct RoomsCollector: Collector {
  func families(from source: PageSource) -> [MetricFamily] {
    guard case .success(let tally) = source.findings.meetings else { return [] }
    return [
      Metric.roomParticipants.gaugeHistogram(tally.rooms.participants),
      Metric.roomListeners.gaugeHistogram(tally.rooms.listeners),
      Metric.roomVoiceParticipants.gaugeHistogram(tally.rooms.voiceParticipants),
      Metric.roomVideoParticipants.gaugeHistogram(tally.rooms.videoParticipants),
      Metric.roomDuration.gaugeHistogram(tally.rooms.durations),
    ]
  }
}
