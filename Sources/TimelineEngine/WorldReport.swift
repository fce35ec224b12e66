import BBBAPI
import Determinism
public import Scenarios

/// A moment of a day in words: for somebody who wants to know why a number is what it is.
public struct WorldReport: Sendable {
  private let scenario: Scenario
  private let timeline: Timeline
  private let tally: WorldTally

  /// No reader goes through more meetings than this.
  private static let longestList = 25

  /// Plays a day up to a moment.
  public init(of scenario: Scenario, at offset: Duration, seed: UInt64? = nil) {
    var timeline = Timeline(scenario: scenario, seed: seed)
    timeline.advance(to: scenario.starts.advanced(by: offset))
    self.scenario = scenario
    self.timeline = timeline
    tally = WorldTally(of: timeline.world)
  }

  /// Everything, a line feed after each line.
  public var text: String {
    let lines =
      heading + [""] + meetingLines + [""] + recordingLines + faultLines
      + ["", "An exporter that asks now must show:", ""]
    return lines.map { $0 + "\n" }.joined() + tally.exposition
  }

  private var offset: Duration { scenario.starts.duration(to: timeline.world.instant) }

  private var heading: [String] {
    let next = timeline.nextInstant.map { timeline.world.instant.duration(to: $0).scenarioText }
    return [
      "\(scenario.name) at \(offset.scenarioText): it is \(timeline.world.instant.iso8601), the seed is \(timeline.seed).",
      next.map { "The next thing happens in \($0)." } ?? "Nothing will happen any more.",
    ]
  }
}

extension WorldReport {
  private var meetingLines: [String] {
    let people = tally.counts[0].sum
    guard tally.meetings > 0 else { return ["Nobody is in a meeting."] }
    let rooms = tally.breakoutRooms > 0 ? ", \(tally.breakoutRooms) of them breakout rooms," : ""
    let all = timeline.world.meetings
    let shown = all.prefix(Self.longestList).map { "  " + line(about: $0) }
    let rest = all.count - shown.count
    return [
      "\(tally.meetings.counted("meeting"))\(rooms) with \(people.counted("person", "people")) online"
        + (tally.breakoutRooms > 0 ? ", visitors of breakout rooms counted in both:" : ":")
    ] + shown + (rest > 0 ? ["  and \(rest) more"] : [])
  }

  private func line(about meeting: Meeting) -> String {
    let created = SimulatedInstant(millisecondsSinceEpoch: meeting.details.createTime)
    let age = created.duration(to: timeline.world.instant)
    let kind = meeting.details.breakout.map { "breakout room \($0.sequence), " } ?? ""
    let gone = meeting.attendees.count - meeting.participantCount
    let parts = [
      meeting.participantCount.counted("person", "people"), meeting.moderatorCount.counted("moderator"),
      "\(meeting.listenerCount) listening", meeting.voiceParticipantCount.counted("microphone"),
      meeting.videoCount.counted("camera"),
    ]
    return "\(meeting.details.name) (\(kind)for \(age.scenarioText)): \(parts.joined(separator: ", "))"
      + (gone > 0 ? ", \(gone) just left" : "") + (meeting.details.isRecorded ? ", recorded" : "")
  }

  private var recordingLines: [String] {
    let counts = RecordingState.allCases.compactMap { state in
      tally.recordings[state].map { "\($0) \(state.rawValue)" }
    }
    guard !counts.isEmpty else { return ["There is no recording."] }
    return ["\(timeline.world.recordings.count.counted("recording")): \(counts.joined(separator: ", "))."]
  }

  private var faultLines: [String] {
    let number = scenario.faults.count { rule in
      (rule.from ?? .zero) <= offset && rule.to.map { offset < $0 } ?? true
    }
    return number == 0 ? [] : ["", "\(number.counted("fault")) may befall a call at this moment."]
  }
}

extension Int {
  /// The number with its noun.
  func counted(_ one: String, _ many: String? = nil) -> String {
    self == 1 ? "1 \(one)" : "\(self) \(many ?? one + "s")"
  }
}
