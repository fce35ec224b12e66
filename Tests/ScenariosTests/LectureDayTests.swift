import BBBAPI
import Determinism
import Scenarios
import Testing

/// The shipped lecture day against the same day written in Swift.
@Suite struct LectureDayTests {
  static let student = Crowd(
    name: "student", listening: 0.7, microphone: 0.2, camera: 0.15,
    clients: [Weighted(.html5, weight: 0.97), Weighted(.dialIn, weight: 0.03)])
  static let colleague = Crowd(name: "colleague", listening: 0.05, microphone: 0.9, camera: 0.6)
  static let moodle = Origin(server: "lms.example.org", name: "Moodle")

  static func moderator(_ name: String, camera: Int, joins: Duration = .zero) -> PeoplePlan {
    let crowd = Crowd(name: name, role: .moderator, microphone: 1, camera: camera > 0 ? 1 : 0)
    return PeoplePlan(name: name, crowd: crowd, cameraStreams: max(1, camera), joins: .at(joins))
  }

  @Test func `the head`() throws {
    let day = try Scenario.shipped(named: "lecture-day")
    #expect(day.seed == 42)
    #expect(day.starts == SimulatedInstant(iso8601: "2026-03-02T08:00:00Z"))
    #expect(day.server == ServerPlan(profile: "3.0", secret: "demo-secret"))
    #expect(day.crowds == [Self.student, Self.colleague])
  }

  @Test func `the first lecture`() throws {
    var calculus = MeetingPlan(id: "calculus", name: "Calculus I", at: .zero, lasts: .seconds(5400))
    calculus.record = true
    calculus.origin = Self.moodle
    calculus.people = [
      Self.moderator("Ada", camera: 1), Self.moderator("Boris", camera: 0, joins: .seconds(120)),
      PeoplePlan(
        count: 120, crowd: Self.student, joins: .within(.seconds(600)), leaves: .beforeEnd(.seconds(300))),
    ]
    calculus.breakouts = BreakoutPlan(at: .seconds(1800), rooms: 4, lasts: .seconds(1200))
    calculus.recording = RecordingPlan()
    #expect(try Scenario.shipped(named: "lecture-day").meetings.first == calculus)
  }

  @Test func `the second lecture`() throws {
    var history = MeetingPlan(
      id: "history-of-science", name: "History of Science", at: .seconds(7200), lasts: .seconds(5400))
    history.origin = Self.moodle
    let half = DurationDistribution(seconds: .lognormal(median: 1800, p99: 3600))
    history.people = [
      Self.moderator("Clara", camera: 2),
      PeoplePlan(
        count: 60, crowd: Self.student, joins: .within(.seconds(900)), leaves: .beforeEnd(.seconds(600))),
      PeoplePlan(count: 15, crowd: Self.student, joins: .within(.seconds(900)), leaves: .after(half)),
    ]
    let meetings = try Scenario.shipped(named: "lecture-day").meetings
    #expect(meetings.count == 2)
    #expect(meetings.last == history)
  }

  @Test func `what comes by chance, what lies there, and what happens`() throws {
    let day = try Scenario.shipped(named: "lecture-day")
    let arrivals = ArrivalPlan(
      every: DurationDistribution(seconds: .exponential(mean: 120)),
      lasts: DurationDistribution(seconds: .lognormal(median: 2700, p99: 10_800)),
      people: NumberDistribution(.lognormal(median: 12, p99: 300)), crowd: Self.colleague, record: 0.1,
      origin: Origin(server: "rooms.example.org", name: "Greenlight"))
    #expect(day.arrivals == [arrivals])
    #expect(day.recordings.map(\.count) == [1000, 40, 25, 3])
    #expect(day.recordings.map(\.state) == [.published, .unpublished, .deleted, .processing])
    #expect(
      day.timeline == [
        TimelineEntry(at: .seconds(600), action: .leave(meeting: "calculus", who: "Ada")),
        TimelineEntry(at: .seconds(2400), action: .camera(meeting: "calculus", who: "Boris", streams: 1)),
        TimelineEntry(
          at: .seconds(9000), action: .microphone(meeting: "history-of-science", who: "Clara", on: false)),
        TimelineEntry(at: .seconds(12_000), action: .end(meeting: "history-of-science")),
      ])
  }
}
