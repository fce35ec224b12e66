import Determinism
import Foundation
import Scenarios
import TestSupport
import Testing
import TimelineEngine

@Suite struct DayTableTests {
  @Test(arguments: ShippedScenarios.all.map(\.name)) func `a shipped day has its recorded table`(name: String)
    throws
  {
    try golden.expect(DayTable(of: try .shipped(named: name)).text, is: "\(name).txt")
  }

  @Test func `every recorded table has its scenario`() throws {
    let recorded = try golden.paths()
    #expect(recorded == ShippedScenarios.all.map { "\($0.name).txt" }.sorted())
  }

  @Test func `the table of a finer grid agrees with the coarser one on common moments`() throws {
    let scenario = try Scenario.shipped(named: "lecture-day")
    let fine = DayTable(of: scenario, grid: .init(until: .minutes(120), every: .minutes(1))).rows
    let coarse = DayTable(of: scenario, grid: .init(until: .minutes(120), every: .minutes(15))).rows
    for row in coarse {
      var same = try #require(fine.first { $0.offset == row.offset })
      same.changes = row.changes
      #expect(same == row)
    }
  }
}
