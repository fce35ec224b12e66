import Foundation
import TestSupport
import Testing

@testable import LoadEngine

@Suite struct ReportTests {
  @Test func `the console report of the stall experiment is as recorded`() throws {
    try golden.expect(try SampleRun.stall().text, is: "stall.txt")
  }

  @Test func `the report of an interrupted run says so`() throws {
    try golden.expect(try SampleRun.stall(until: 2_505 * millisecond).text, is: "stall-interrupted.txt")
  }

  @Test func `the JSON report is as recorded, and another reader agrees with the table`() throws {
    let report = try SampleRun.stall()
    try golden.expect(report.json, is: "stall.json")
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any])
    let total = try #require(document["total"] as? [String: Any])
    #expect(total["planned"] as? Int == 1000)
    #expect((total["sent"] as? Int ?? 0) + (total["dropped"] as? Int ?? 0) == 1000)
    #expect(document["verdict"] as? String == "failed")
  }

  @Test func `distributions are as recorded, one for all and one for each call`() throws {
    let distributions = try SampleRun.stall().distributions
    #expect(
      distributions.map(\.file) == [
        "latency.hgrm", "service-time.hgrm", "latency-1.hgrm", "service-time-1.hgrm", "latency-2.hgrm",
        "service-time-2.hgrm",
      ])
    try golden.expect(distributions[0].text, is: "stall-latency.hgrm")
  }

  @Test func `a run without an answer has no quantiles`() throws {
    let run = try SampleRun.run(rate: 10)
    var virtual = VirtualRun(run.plan, DispatchLimits()) { _, _ in .fail(after: millisecond, .closed) }
    let result = LoadResult(record: virtual.play(), elapsed: .seconds(10), wasInterrupted: false)
    try golden.expect(LoadReport(of: run, result).text, is: "no-answers.txt")
  }

  @Test func `progress is a line`() throws {
    var virtual = VirtualRun(try SampleRun.run(rate: 100).plan, DispatchLimits()) { _, _ in
      .answer(after: millisecond)
    }
    let progress = LoadProgress(record: virtual.play(), elapsed: .milliseconds(3004))
    #expect(progress.line == "3s: 1000 sent, 0 dropped, 1000 ok, 0 errors, p99 1.000 ms")
    #expect(
      LoadProgress(record: RunRecord(callCount: 1), elapsed: .zero).line
        == "0s: 0 sent, 0 dropped, 0 ok, 0 errors, p99 -")
  }

  @Test(arguments: [
    (0.0, 3, "0.000"), (1.0005, 3, "1.001"), (-1.25, 1, "-1.3"), (-0.0001, 2, "0.00"), (12.5, 0, "13"),
    (999.9996, 3, "1000.000"),
    (0.083, 3, "0.083"),
  ])
  func `numbers have the decimals that were asked for`(_ number: Double, _ decimals: Int, _ text: String) {
    #expect(number.fixed(decimals) == text)
  }
}
