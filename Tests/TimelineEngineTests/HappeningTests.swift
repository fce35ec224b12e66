import BBBAPI
import Determinism
import Scenarios
import Testing

@testable import TimelineEngine

@Suite struct HappeningTests {
  /// Ann, who moderates, and Bo come; Bo goes; the meeting ends and its recording is published.
  private static let day = Day(
    lasts: .minutes(10),
    people: [
      .person("Ann", .moderator, joins: .minutes(1), microphone: 1),
      .person("Bo", joins: .minutes(2), leaves: .minutes(5)),
    ]
  ) { plan in
    plan.record = true
    plan.recording = RecordingPlan(unprocessed: .minutes(2), processing: .minutes(3), then: .published)
  }

  private static func told(_ topics: Happening.Topics) -> [Happened] {
    var timeline = Timeline(scenario: Self.day.scenario)
    timeline.observes = topics
    timeline.advance(to: Self.day.instant(.minutes(60)))
    return timeline.takeHappenings()
  }

  @Test func `an engine that nobody observes tells nothing`() {
    #expect(Self.told([]).isEmpty)
  }

  @Test func `a day is told in the order of time`() {
    let starts = Self.day.scenario.starts
    let lines = Self.told([.meetings, .people, .recordings]).map {
      "\(starts.duration(to: $0.instant).milliseconds / 60_000)m \($0.happening.line)"
    }
    #expect(
      lines == [
        "1m joined Ann", "1m presenter Ann", "2m joined Bo", "5m left Bo", "10m ended m, marks true",
        "10m nil -> unprocessed", "12m unprocessed -> processing", "15m processing -> published",
      ])
  }

  private static let topics: [(Happening.Topics, Int)] = [
    (.meetings, 1), (.people, 4), (.recordings, 3), ([.meetings, .recordings], 4),
  ]

  @Test(arguments: topics)
  func `only the topics asked for are told`(topics: Happening.Topics, count: Int) {
    #expect(Self.told(topics).count == count)
  }

  @Test func `commands are told like the scenario's own events`() {
    var timeline = Timeline(scenario: Day.empty.scenario)
    timeline.observes = .meetings
    timeline.perform(.create(.made(at: timeline.world.instant), records: true))
    timeline.perform(.end(internalMeetingID: "api-internal"))
    #expect(timeline.takeHappenings().map(\.happening.line) == ["created api", "ended api, marks false"])
    #expect(timeline.takeHappenings().isEmpty)
  }

  @Test func `being observed changes nothing`() {
    var observed = Timeline(scenario: Self.day.scenario)
    observed.observes = [.meetings, .people, .recordings]
    observed.advance(to: Self.day.instant(.minutes(60)))
    #expect(observed.world == Self.day.world(at: .minutes(60)))
  }
}

extension Happening {
  fileprivate var line: String {
    switch self {
    case .meetingCreated(let meeting): "created \(meeting.details.meetingID)"
    case .meetingEnded(let meeting, let marks): "ended \(meeting.details.meetingID), marks \(marks)"
    case .userJoined(_, let attendee): "joined \(attendee.fullName)"
    case .userLeft(_, let attendee): "left \(attendee.fullName)"
    case .audioChanged(_, let attendee, _): "audio \(attendee.fullName)"
    case .cameraChanged(_, let attendee, _): "camera \(attendee.fullName)"
    case .presenterChanged(_, let attendee): "presenter \(attendee.fullName)"
    case .recordingEntered(let recording, let from):
      "\(from?.rawValue ?? "nil") -> \(recording.state.rawValue)"
    }
  }
}
