import BBBAPI
import Determinism
import Scenarios
import Testing

@testable import TimelineEngine

/// Meetings that come by chance: without end, and only as they come.
@Suite struct ArrivalTests {
  private static func day(every seconds: Double = 120, people: Distribution = .constant(12)) -> Day {
    var day = Day.empty
    day.scenario.arrivals = [
      ArrivalPlan(
        every: DurationDistribution(seconds: .exponential(mean: seconds)),
        lasts: DurationDistribution(seconds: .constant(1800)), people: NumberDistribution(people),
        crowd: Crowd(name: "c", listening: 1), record: 0.5,
        origin: Origin(server: "s.example.org", name: "Moodle"))
    ]
    return day
  }

  @Test func `arrivals never end`() {
    var timeline = Self.day(every: 3600, people: .constant(2)).timeline(to: .zero)
    for month in 1...12 {
      timeline.advance(to: Self.day().instant(.seconds(month * 30 * 86_400)))
      #expect(timeline.nextInstant != nil)
    }
  }

  @Test func `what is to come grows with what is alive and not with what was`() {
    var timeline = Self.day().timeline(to: .minutes(60))
    var largest = 0
    for hour in 2...48 {
      timeline.advance(to: Self.day().instant(.seconds(hour * 3600)))
      let alive = timeline.world.meetings.count
      largest = max(largest, timeline.plannedEntries - 25 * alive)
      #expect(timeline.world.slots.count <= 60)
      #expect(timeline.world.timers.entries.count <= 2 * 13 * 60)
    }
    #expect(largest <= 20, "\(largest) entries more than the living meetings need")
  }

  @Test func `before anything happens only the next arrival is planned`() {
    #expect(Timeline(scenario: Self.day().scenario).plannedEntries == 1)
  }

  @Test func `each begins with a moderator who opens it`() {
    let world = Self.day().world(at: .minutes(300))
    #expect(world.meetings.count > 5)
    for meeting in world.meetings {
      #expect(
        meeting.attendees.first?.role == .moderator && meeting.presenter == meeting.attendees.first?.fullName)
      #expect(
        meeting.details.metadata
          == [Metadatum("bbb-origin", "Moodle"), Metadatum("bbb-origin-server-name", "s.example.org")])
    }
  }

  @Test func `gaps keep the mean that was asked for`() {
    let day = Self.day(every: 60, people: .constant(1))
    var timeline = day.timeline(to: .zero)
    timeline.advance(to: day.instant(.seconds(86_400)))
    let last =
      timeline.world.meetings.compactMap { Int($0.details.meetingID.split(separator: "-")[2]) }.max() ?? 0
    #expect((1300...1580).contains(last), "1440 are expected in a day, \(last) came")
  }

  @Test(arguments: [0.0, 1e30, -5]) func `numbers of people beyond reason are brought within it`(
    people: Double
  ) {
    let day = Self.day(every: 36_000_000, people: .constant(people))
    var timeline = day.timeline(to: .zero)
    if people < 1e6, let next = timeline.nextInstant {
      timeline.advance(to: next)
      #expect(timeline.world.meetings.map(\.participantCount) == [1])
    }
  }

  @Test func `durations beyond reason are brought within it`() {
    var day = Self.day(every: 600)
    day.scenario.arrivals[0].lasts = DurationDistribution(
      seconds: .lognormal(median: 0.001, p99: 3_153_600_000))
    day.scenario.arrivals[0].people = NumberDistribution(.constant(1))
    #expect(day.world(at: .seconds(86_400 * 20)).recordings.count > 100)
  }
}
