import BBBAPI
import Determinism
import Scenarios
import Testing

@testable import TimelineEngine

@Suite struct RecordingPipelineTests {
  private static func day(_ plan: RecordingPlan?) -> Day {
    Day(lasts: .minutes(30), people: [.person("A"), .person("B")]) {
      $0.record = true
      $0.recording = plan
      $0.metadata = [Metadatum("course", "math")]
    }
  }

  @Test(
    arguments: [
      (29.0, nil), (30, .unprocessed), (31.999, .unprocessed), (32, .processing), (46.999, .processing),
      (47, .published),
      (600, .published),
    ] as [(Double, RecordingState?)])
  func `a recording waits two minutes and is worked on for fifteen`(minute: Double, state: RecordingState?) {
    #expect(Self.day(nil).world(at: .minutes(minute)).recordings.first?.state == state)
  }

  @Test(arguments: [RecordingState.published, .unpublished, .deleted])
  func `a recording comes to rest where the plan says`(state: RecordingState) {
    let day = Self.day(RecordingPlan(unprocessed: .minutes(1), processing: .minutes(2), then: state))
    let states = [30, 31, 33].map { day.world(at: .minutes($0)).recordings.map(\.state) }
    #expect(states == [[.unprocessed], [.processing], [state]])
  }

  @Test func `a plan without waiting is done when the meeting ends`() {
    let day = Self.day(RecordingPlan(unprocessed: .zero, processing: .zero))
    #expect(day.world(at: .minutes(30)).recordings.map(\.state) == [.published])
  }

  @Test func `a recording carries what was known of the meeting`() throws {
    let day = Self.day(nil)
    let details = try #require(day.meeting(at: .zero)).details
    let recording = try #require(day.world(at: .minutes(30)).recordings.first)
    #expect(recording.recordID == details.internalMeetingID)
    #expect((recording.meetingID, recording.name, recording.participants) == ("m", "M", 2))
    #expect(recording.startTime == details.createTime && recording.endTime - recording.startTime == 1_800_000)
    #expect(recording.metadata == [Metadatum("course", "math")])
  }

  @Test func `nothing is recorded of a meeting that nobody joined`() {
    let day = Day(lasts: .minutes(30)) { $0.record = true }
    #expect(day.world(at: .minutes(60)).recordings.isEmpty)
  }

  @Test func `a call that ends a meeting starts its recording at once`() {
    let day = Self.day(RecordingPlan(unprocessed: .zero, processing: .minutes(1)))
    var timeline = day.timeline(to: .minutes(10))
    timeline.perform(.end(internalMeetingID: timeline.world.meetings[0].details.internalMeetingID))
    #expect(timeline.world.recordings.map(\.state) == [.processing])
    #expect(timeline.asOf(timeline.world.instant).world == timeline.world)
  }

  @Test func `two recordings go through the pipeline each at its own pace`() {
    var day = Self.day(RecordingPlan(unprocessed: .minutes(5), processing: .minutes(5)))
    var second = day.scenario.meetings[0]
    second.id = "n"
    second.lasts = .minutes(31)
    second.recording = RecordingPlan(unprocessed: .zero, processing: .minutes(1), then: .deleted)
    day.scenario.meetings.append(second)
    #expect(day.world(at: .minutes(32)).recordings.map(\.state) == [.unprocessed, .deleted])
    #expect(day.world(at: .minutes(40)).recordings.map(\.state) == [.published, .deleted])
  }

  @Test func `a stock of recordings lies there when the day begins`() {
    var day = Day.empty
    day.scenario.recordings = [
      RecordingStock(count: 4, state: .published, spread: .minutes(40)),
      RecordingStock(count: 2, state: .unprocessed, spread: .zero),
    ]
    let recordings = day.world(at: .zero).recordings
    #expect(
      recordings.map(\.state) == [.published, .published, .published, .published, .unprocessed, .unprocessed])
    #expect(Set(recordings.map(\.recordID)).count == 6)
    let starts = day.scenario.starts.millisecondsSinceEpoch
    #expect(recordings.prefix(4).map { (starts - $0.endTime) / 60_000 } == [40, 30, 20, 10])
    #expect(recordings.allSatisfy { $0.startTime < $0.endTime && $0.endTime <= starts })
  }
}
