import PrometheusText

/// The meetings as a whole; absent when getMeetings failed, never a false 0.
struct MeetingsCollector: Collector {
  func families(from source: PageSource) -> [MetricFamily] {
    guard case .success(let tally) = source.findings.meetings else { return [] }
    return [
      Metric.meetings.gauge(Double(tally.meetings)),
      Metric.participants.gauge(tally.participants),
      Metric.participantsMax.gauge(tally.participantsMax),
      Metric.listeners.gauge(tally.listeners),
      Metric.voiceParticipants.gauge(tally.voiceParticipants),
      Metric.videoParticipants.gauge(tally.videoParticipants),
      Metric.participantClients.gauge(clients(of: tally)),
      Metric.participantsOrigin.gauge(origins(of: tally)),
    ]
  }

  private func clients(of tally: MeetingsTally) -> [(labels: [String], value: Double)] {
    tally.clients.sorted { $0.key < $1.key }.map { ([$0.key], Double($0.value)) }
  }

  private func origins(of tally: MeetingsTally) -> [(labels: [String], value: Double)] {
    tally.origins.sorted { $0.key < $1.key }.map { ([$0.key.server, $0.key.name], $0.value) }
  }
}
