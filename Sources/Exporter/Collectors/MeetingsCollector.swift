import BBBAPI
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
      Metric.moderators.gauge(tally.moderators),
      Metric.meetingsByRecording.gauge(tally.flags.recording.samples),
      Metric.meetingsByBreakout.gauge(tally.flags.breakout.samples),
    ]
  }

  private func clients(of tally: MeetingsTally) -> [(labels: [String], value: Double)] {
    tally.clients.entries(rest: ClientType.othersLabel).map { ([$0.key.text], $0.sum) }
  }

  private func origins(of tally: MeetingsTally) -> [(labels: [String], value: Double)] {
    tally.origins.entries(rest: Origin.others).map { ($0.key.labels, $0.sum) }
  }
}
