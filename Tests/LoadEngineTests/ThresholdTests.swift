import BBBAPI
import Testing

@testable import LoadEngine

@Suite struct ThresholdTests {
  @Test(arguments: [
    ("p99 > 200ms", "p99 > 200ms"), (" p99.9>=1.5s ", "p99.9 >= 1.5s"), ("max > 2s", "max > 2s"),
    ("service p50 < 1ms", "service p50 < 1ms"), ("errors > 0", "errors > 0"), ("dropped>1%", "dropped > 1%"),
    ("rate < 95%", "rate < 95%"), ("rate <= 50", "rate <= 50"),
  ])
  func `a threshold is read and written`(_ text: String, _ written: String) throws {
    #expect(try Threshold(parsing: text).text == written)
  }

  @Test(arguments: [
    ("", ThresholdError.noComparison("")), ("p99 200ms", .noComparison("p99 200ms")),
    ("p99 = 1s", .noComparison("p99 = 1s")),
    ("p99 => 1s", .noComparison("p99 => 1s")), ("p99 >< 1s", .noComparison("p99 >< 1s")),
    ("p99 > 1s > 2s", .badDuration("1s > 2s")),
    ("> 1s", .unknownSubject("")), ("p > 1s", .unknownSubject("p")), ("p0 > 1s", .unknownSubject("p0")),
    ("p101 > 1s", .unknownSubject("p101")), ("pnan > 1s", .unknownSubject("pnan")),
    ("average > 1s", .unknownSubject("average")),
    ("service errors > 1", .unknownSubject("service errors")), ("fast p99 > 1s", .unknownSubject("fast p99")),
    ("p99 > 200", .badDuration("200")), ("p99 > 5%", .badDuration("5%")), ("p99 >", .badDuration("")),
    ("errors > 1s", .badNumber("1s")), ("errors > ", .badNumber("")), ("rate < -5%", .badNumber("-5%")),
    ("rate < %", .badNumber("%")),
  ])
  func `anything else is refused with its reason`(_ text: String, _ error: ThresholdError) {
    #expect(throws: error) { try Threshold(parsing: text) }
  }

  /// 100/s for 10 s: 1000 planned; answers take 1, 2, … 1000 ms; every hundredth is an error.
  private func report(_ conditions: [String]) throws -> LoadReport {
    let run = try SampleRun.run(rate: 100)
    var asked: Int64 = 0
    var virtual = VirtualRun(run.plan, DispatchLimits(connections: 500)) { _, _ in
      asked += 1
      return .answer(after: asked * millisecond, asked.isMultiple(of: 100) ? .status : nil)
    }
    let record = virtual.play()
    let result = LoadResult(record: record, elapsed: .nanoseconds(record.lastOutcome), wasInterrupted: false)
    return LoadReport(of: run, result, thresholds: try conditions.map { try Threshold(parsing: $0) })
  }

  @Test(arguments: [
    ("p50 > 501ms", false), ("p50 > 499ms", true), ("p50 < 499ms", false), ("p99 > 991ms", false),
    ("p99 > 989ms", true),
    ("max > 1000ms", false), ("max >= 1000ms", true), ("max <= 1s", true), ("service max > 999ms", true),
    ("errors > 9", true), ("errors > 10", false), ("errors >= 1%", true), ("errors > 1%", false),
    ("dropped > 0", false), ("dropped >= 0", true), ("rate < 95%", true), ("rate < 90%", false),
    ("rate < 91", true),
    ("rate < 90", false),
  ])
  func `a threshold is broken as arithmetic says`(_ condition: String, _ isBroken: Bool) throws {
    // The last answer comes at 10.99 s: 990 good ones are 90.08 a second.
    let report = try report([condition])
    #expect(report.thresholds.map(\.isBroken) == [isBroken], "\(report.thresholds[0].measuredText)")
    #expect(report.verdict == (isBroken ? .failed : .passed))
  }

  @Test func `what could not be measured proves nothing good`() throws {
    let run = try SampleRun.run(rate: 100)
    let empty = LoadResult(record: RunRecord(callCount: 1), elapsed: .zero, wasInterrupted: true)
    let thresholds = try ["p99 > 1s", "rate < 95%", "errors > 1%", "errors > 0"].map {
      try Threshold(parsing: $0)
    }
    let report = LoadReport(of: run, empty, thresholds: thresholds)
    #expect(report.thresholds.map(\.isBroken) == [true, true, true, false])
  }

  @Test(arguments: [
    (DispatchLimits(connections: 1, patience: .zero), false, LoadReport.Verdict.inconclusive),
    (DispatchLimits(), true, .failed), (DispatchLimits(), false, .passed),
  ])
  func `drops leave it open, and not one good answer is a failure`(
    _ limits: DispatchLimits, _ fails: Bool, _ verdict: LoadReport.Verdict
  ) throws {
    let run = try SampleRun.run(rate: 100)
    var virtual = VirtualRun(run.plan, limits) { _, _ in
      .answer(after: 15 * millisecond, fails ? .failed : nil)
    }
    let result = LoadResult(record: virtual.play(), elapsed: .seconds(10), wasInterrupted: false)
    #expect(LoadReport(of: run, result).verdict == verdict)
  }
}
