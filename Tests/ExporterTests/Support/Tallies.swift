import BBBReading

@testable import Exporter

/// The tally of some meetings at a moment, in seconds since the epoch.
func tally(
  _ meetings: [MeetingReading], series: MeetingSeriesSettings? = nil, at now: Double = startOfTests
) -> MeetingsTally {
  var tally = MeetingsTally(rules: TallyRules(series: series), time: AnswerTime(date: nil, wall: now))
  for meeting in meetings { tally.take(meeting) }
  tally.finish()
  return tally
}

/// A meeting that says no more than what is set.
func meeting(_ change: (inout MeetingReading) -> Void) -> MeetingReading {
  var meeting = MeetingReading()
  change(&meeting)
  return meeting
}

extension TallyRules {
  init(series: MeetingSeriesSettings?) {
    let bounds = [0.0, 5]
    self.init(
      buckets: RoomBuckets(
        participants: bounds, listeners: bounds, voiceParticipants: bounds, videoParticipants: bounds),
      series: series)
  }
}

extension MeetingsTally {
  /// The samples by client type as the page shows them.
  var shownClients: [String: Double] {
    Dictionary(
      uniqueKeysWithValues: clients.entries(rest: LabelText("(other)")).map { ($0.key.text, $0.sum) })
  }

  /// The samples by origin as the page shows them, `server name`.
  var shownOrigins: [String: Double] {
    Dictionary(
      uniqueKeysWithValues: origins.entries(rest: .others).map {
        ("\($0.key.server.text) \($0.key.name.text)", $0.sum)
      })
  }
}
