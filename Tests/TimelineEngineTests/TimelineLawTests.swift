import BBBAPI
import Determinism
import Foundation
import Scenarios
import Testing
import TimelineEngine

/// World = f(scenario, seed, journal, t), over days of chance.
@Suite struct TimelineLawTests {
  static let seeds = UInt64(0)..<60

  /// Moments at which somebody happens to look.
  private static func stops(of day: RandomDay, _ count: Int) -> [Duration] {
    var random = StreamKey(seed: day.seed).child("stops").stream
    return (0..<count).map { _ in .milliseconds(random.nextInteger(below: Int(RandomDay.length.milliseconds)))
    }.sorted()
  }

  @Test(arguments: seeds) func `the same day gives the same world`(seed: UInt64) throws {
    try Law { day in
      let (one, other) = (day.timeline(to: RandomDay.length), day.timeline(to: RandomDay.length))
      return one.world == other.world && one.journal == other.journal ? nil : "two runs differ"
    }.check(seed: seed)
  }

  @Test(arguments: seeds) func `looking at the world on the way changes nothing`(seed: UInt64) throws {
    try Law { day in
      for end in Self.stops(of: day, 3) {
        let straight = day.timeline(to: end)
        let stepped = day.timeline(to: end, stops: Self.stops(of: day, 25))
        if straight.world != stepped.world {
          return "the worlds at \(end.scenarioText) differ by the steps to it"
        }
        if straight.journal != stepped.journal { return "the journals at \(end.scenarioText) differ" }
      }
      return nil
    }.check(seed: seed)
  }

  @Test(arguments: seeds) func `a snapshot brings the same world back`(seed: UInt64) throws {
    try Law { day in
      for end in [.zero] + Self.stops(of: day, 2) + day.calls.map(\.at) {
        let timeline = day.timeline(to: end)
        let json = try JSONEncoder().encode(timeline.snapshot)
        let snapshot = try JSONDecoder().decode(Snapshot.self, from: json)
        if snapshot != timeline.snapshot { return "the snapshot changes on its way through JSON" }
        let restored = try Timeline(restoring: snapshot, of: day.scenario)
        if restored.world != timeline.world { return "restored at \(end.scenarioText), the world is another" }
        if restored.snapshot != snapshot { return "restored at \(end.scenarioText), the journal is another" }
      }
      return nil
    }.check(seed: seed)
  }

  @Test(arguments: seeds) func `a restored world goes on as the first would have`(seed: UInt64) throws {
    try Law { day in
      let middle = day.timeline(to: .seconds(1800))
      var restored = try Timeline(restoring: middle.snapshot, of: day.scenario)
      var first = middle
      let end = RandomDay.starts.advanced(by: RandomDay.length)
      first.advance(to: end)
      restored.advance(to: end)
      return first.world == restored.world ? nil : "the futures differ"
    }.check(seed: seed)
  }

  @Test(arguments: seeds) func `the past stays as it was seen`(seed: UInt64) throws {
    try Law { day in
      let end = day.timeline(to: RandomDay.length)
      for moment in [.zero] + Self.stops(of: day, 3) + day.calls.map(\.at) {
        let seen = day.timeline(to: moment)
        let remembered = end.asOf(RandomDay.starts.advanced(by: moment))
        if remembered.world != seen.world { return "the world as of \(moment.scenarioText) is another" }
        if remembered.journal != seen.journal { return "the journal as of \(moment.scenarioText) is another" }
      }
      return nil
    }.check(seed: seed)
  }

  @Test(arguments: seeds) func `time and revision never fall`(seed: UInt64) throws {
    try Law { day in
      var timeline = day.timeline(to: .zero)
      for stop in Self.stops(of: day, 40) {
        let (instant, revision) = (timeline.world.instant, timeline.world.revision)
        timeline.advance(to: RandomDay.starts.advanced(by: stop))
        timeline.advance(to: RandomDay.starts)
        if timeline.world.revision < revision { return "the revision fell at \(stop.scenarioText)" }
        if timeline.world.instant < instant { return "time fell at \(stop.scenarioText)" }
      }
      return nil
    }.check(seed: seed)
  }

  @Test(arguments: seeds) func `a copy goes its own way`(seed: UInt64) throws {
    try Law { day in
      let timeline = day.timeline(to: .seconds(900))
      let before = timeline.world
      var branch = timeline
      branch.advance(to: RandomDay.starts.advanced(by: RandomDay.length))
      for meeting in branch.world.meetings {
        branch.perform(.end(internalMeetingID: meeting.details.internalMeetingID))
      }
      return timeline.world == before && timeline.journal.count <= branch.journal.count
        ? nil : "the branch shows"
    }.check(seed: seed)
  }

  @Test(arguments: ["lecture-day", "two-rooms"]) func `another seed is another day`(name: String) throws {
    let scenario = try Scenario.shipped(named: name)
    let noon = scenario.starts.advanced(by: .seconds(25 * 60))
    let worlds = (UInt64(0)..<5).map { seed in
      var timeline = Timeline(scenario: scenario, seed: seed)
      timeline.advance(to: noon)
      return timeline.world
    }
    for (index, world) in worlds.enumerated() {
      #expect(worlds[(index + 1)...].allSatisfy { !$0.meetings.elementsEqual(world.meetings) })
    }
  }

  @Test func `a snapshot of another scenario is refused`() throws {
    let snapshot = Timeline(scenario: try .shipped(named: "two-rooms")).snapshot
    #expect(throws: SnapshotError.otherScenario(expected: "two-rooms", given: "quiet-server")) {
      _ = try Timeline(restoring: snapshot, of: .shipped(named: "quiet-server"))
    }
  }
}
