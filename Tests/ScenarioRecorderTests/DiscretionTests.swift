import BBBAPI
import Determinism
import Scenarios
import Testing
import TimelineEngine

@testable import ScenarioRecorder

/// Nothing of the source's people, meetings, addresses and secrets is in what was recorded.
@Suite(.timeLimit(.minutes(10))) struct DiscretionTests {
  /// What anybody may find in any recording, since the recorder itself or BBB says it.
  private static var ourWords: Regex<Substring> {
    #/(?:meeting|person|lms|system|client|again)-\d+|Meeting \d+|(?:\d+(?:d|h|ms|m|s) ?)+|\d+/#
  }

  @Test(arguments: [("lecture-day", 21), ("hostile-names", 62), ("two-rooms", 31)])
  func `no name, ID, password, metadata or secret of the source survives`(
    name: String, polls: Int
  ) async throws {
    let source = try Scenario.shipped(named: name)
    let day = try await RecordedDayOfTest.record(source, every: .seconds(60), polls: polls)
    let text = day.text.lowercased()
    let originals = Self.originals(of: source, minutes: polls)
    #expect(originals.count > 30)
    for original in originals { #expect(!text.contains(original.lowercased()), "\(original)") }
  }

  @Test func `every word of a recording is the recorder's own`() async throws {
    let day = try await RecordedDayOfTest.record(
      .shipped(named: "hostile-names"), every: .seconds(60), polls: 62)
    let body = day.text.split(separator: "\n").dropFirst(6).joined(separator: "\n")
    let words = Set(
      body.replacing(".example.org", with: "").replacing(Self.ourWords, with: "")
        .split { " \n:,{}-[]".contains($0) }.map(String.init))
    let keys: Set = [
      "meetings", "id", "name", "at", "lasts", "record", "true", "false", "origin", "server", "people",
      "role",
      "moderator", "viewer", "joins", "leaves", "microphone", "listening", "camera", "client", "recording",
      "unprocessed", "timeline",
    ]
    #expect(words.isSubset(of: keys), "\(words.subtracting(keys))")
  }

  /// Every text of the source that it shows or hides, but for those of up to three letters and those that scenarios
  /// have too: nobody is known by them.
  private static func originals(of source: Scenario, minutes: Int) -> Set<String> {
    var found: Set = [source.server.secret, RecordedDayOfTest.secret.reveal]
    var timeline = Timeline(scenario: source)
    for minute in 0..<minutes {
      timeline.advance(to: source.starts.advanced(by: .seconds(60 * minute)))
      for meeting in timeline.world.meetings {
        let details = meeting.details
        found.formUnion([
          details.name, details.meetingID, details.internalMeetingID, details.attendeePW, details.moderatorPW,
          details.voiceBridge, details.dialNumber, "\(details.createTime)",
        ])
        found.formUnion(details.metadata.flatMap { [$0.key, $0.value] })
        for person in meeting.attendees {
          found.formUnion(
            [person.fullName, person.userID] + person.fullName.split(separator: " ").map(String.init))
          found.formUnion(person.customData.flatMap { [$0.key, $0.value] })
        }
      }
      for recording in timeline.world.recordings {
        found.formUnion([recording.recordID, recording.meetingID, recording.name])
        found.formUnion(recording.formats.map(\.url))
        found.formUnion(recording.metadata.flatMap { [$0.key, $0.value] })
      }
    }
    let harmless: Set = ["moodle", "greenlight", "true", "name"]
    return found.filter { $0.count > 3 && !harmless.contains($0.lowercased()) }
  }
}
