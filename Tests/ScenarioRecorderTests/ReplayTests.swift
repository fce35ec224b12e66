import BBBAPI
import Determinism
import Scenarios
import Testing
import TimelineEngine

@testable import ScenarioRecorder

/// What was recorded, run from its start, shows at each poll what the source showed.
@Suite(.timeLimit(.minutes(10))) struct ReplayTests {
  private static func expectReplay(
    _ day: RecordedDayOfTest, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var timeline = Timeline(scenario: day.scenario)
    for (offset, tally) in day.tallies {
      timeline.advance(to: day.scenario.starts.advanced(by: offset))
      let (seen, replayed) = (Counts(tally), Counts(WorldTally(of: timeline.world)))
      #expect(
        replayed == seen, "\(day.source.name) at \(offset.scenarioText)", sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: [10, 30, 60, 120])
  func `two rooms come back poll by poll, however far apart`(seconds: Int) async throws {
    let day = try await RecordedDayOfTest.record(
      .shipped(named: "two-rooms"), every: .seconds(seconds), polls: 4200 / seconds + 1)
    Self.expectReplay(day)
    #expect(day.tallies.contains { $0.tally.recordings[.published] == 1 })
    #expect(Set(day.tallies.map { $0.tally.counts[3].sum }).count > 2, "cameras change")
  }

  @Test func `a lecture day comes back, with arrivals, breakout rooms and recordings`() async throws {
    let day = try await RecordedDayOfTest.record(
      .shipped(named: "lecture-day"), every: .seconds(120), polls: 61)
    Self.expectReplay(day)
    #expect(day.tallies.contains { $0.tally.breakoutRooms == 4 })
    #expect(day.tallies.contains { ($0.tally.recordings[.processing] ?? 0) > 3 })
  }

  @Test func `a storm of breakout rooms comes back, rooms under their parents`() async throws {
    let day = try await RecordedDayOfTest.record(
      .shipped(named: "breakout-storm"), from: .seconds(1020), every: .seconds(60), polls: 25)
    Self.expectReplay(day)
    #expect(day.scenario.meetings.count { $0.breakout != nil } == 270)
  }
}
