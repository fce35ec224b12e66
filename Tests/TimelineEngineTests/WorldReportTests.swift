import BBBAPI
import Determinism
import Scenarios
import TestSupport
import Testing

@testable import TimelineEngine

@Suite struct WorldReportTests {
  private static let reports = GoldenFolder("explain")

  @Test(arguments: [
    ("quiet-server", 0), ("two-rooms", 15), ("lecture-day", 31), ("flaky-network", 20), ("hostile-names", 62),
  ])
  func `a moment has the recorded report`(name: String, minute: Double) throws {
    let report = WorldReport(of: try .shipped(named: name), at: .minutes(minute)).text
    try Self.reports.expect(report, is: "\(name)-\(Int(minute))m.txt")
  }

  @Test func `the numbers of two rooms are those that fingers count`() throws {
    let scenario = try Scenario.shipped(named: "two-rooms")
    var timeline = Timeline(scenario: scenario)
    timeline.advance(to: scenario.starts.advanced(by: .minutes(14)))
    let tally = WorldTally(of: timeline.world)
    #expect(tally.meetings == 2 && tally.breakoutRooms == 0 && tally.largestMeeting == 6)
    #expect(tally.counts.map(\.sum) == [10, 3, 6, 5] && tally.moderators == 2)
    #expect(tally.clients.map(\.type) == ["dial-in", "html5"] && tally.clients.map(\.people) == [1, 9])
    #expect(
      tally.origins == [
        .init(server: "lms.example.org", name: "moodle", people: 6),
        .init(server: "rooms.example.org", name: "greenlight", people: 4),
      ])
    #expect(tally.exposition.contains("bbb_room_participants_bucket{le=\"5\"} 1\n"))
    #expect(tally.exposition.contains("bbb_room_participants_gsum 10\n"))
  }
}

@Suite struct DayChartTests {
  private static let charts = GoldenFolder("charts")

  @Test(arguments: ["quiet-server", "two-rooms", "lecture-day", "recording-backlog"])
  func `a day has the recorded picture`(name: String) throws {
    let svg = DayChart(of: try .shipped(named: name)).svg
    #expect(try XMLLint.accepts(Array(svg.utf8)))
    try Self.charts.expect(svg, is: "\(name).svg")
  }

  @Test func `no name breaks the picture`() throws {
    let scenario = Scenario(name: "<&>\u{1}\"", about: "]]>", starts: Scenario.usualStart)
    #expect(try XMLLint.accepts(Array(DayChart(of: scenario).svg.utf8)))
  }
}
