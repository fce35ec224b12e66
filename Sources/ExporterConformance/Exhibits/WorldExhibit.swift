import BBBAPI
import ConformanceKit
import Scenarios
import TimelineEngine

/// What there was to be seen: a world in numbers, without anybody's name.
struct WorldExhibit: Sendable {
  private let world: World
  private let faults: [FaultRule]
  /// As many meetings are told one by one.
  private static let mostMeetings = 20

  init(_ world: World, faults: [FaultRule]) {
    self.world = world
    self.faults = faults
  }

  /// The names of everybody; of one or two letters they would be found everywhere.
  var names: Set<String> {
    Set(world.meetings.lazy.flatMap { $0.attendees.lazy.map(\.fullName) }.filter { $0.count > 2 })
  }

  func exhibit(at moment: String, _ redactor: Redactor) -> Exhibit {
    let lines = totals(WorldTally(of: world)) + faultLines + meetingLines
    return Excerpt(lines.joined(separator: "\n"), redactor).exhibit("\(moment): the world")
  }

  private func totals(_ tally: WorldTally) -> [String] {
    let people = tally.counts.map { "\($0.word.replacing("_", with: " ")) \($0.sum)" }.joined(separator: ", ")
    let clients = tally.clients.map { "\($0.type) \($0.people)" }.joined(separator: ", ")
    let origins = tally.origins.map { "\"\($0.server)\" \"\($0.name)\" \($0.people)" }
    let recordings = RecordingState.allCases.compactMap { state in
      tally.recordings[state].map { "\(state.rawValue) \($0)" }
    }
    return [
      "meetings: \(tally.meetings), \(tally.breakoutRooms) of them breakout rooms",
      "people: \(people), in the largest meeting \(tally.largestMeeting)",
      "clients: \(clients)",
      "origins: \(origins.isEmpty ? "none" : origins.joined(separator: ", "))",
      "recordings: \(recordings.isEmpty ? "none" : recordings.joined(separator: ", "))",
    ]
  }

  private var faultLines: [String] {
    faults.isEmpty ? [] : ["faults: " + faults.map(\.text).joined(separator: "; ")]
  }

  private var meetingLines: [String] {
    let meetings = world.meetings
    let left = meetings.count - Self.mostMeetings
    return meetings.prefix(Self.mostMeetings).map(\.line) + (left > 0 ? ["… and \(left) meetings more"] : [])
  }
}

extension Meeting {
  /// `calculus: participants 3, listeners 1, voice 2, video 1`
  fileprivate var line: String {
    "\(details.meetingID)\(details.breakout == nil ? "" : " (breakout room)"): participants \(participantCount),"
      + " listeners \(listenerCount), voice \(voiceParticipantCount), video \(videoCount)"
  }
}
