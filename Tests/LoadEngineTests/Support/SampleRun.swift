import BBBAPI
import BBBClient

@testable import LoadEngine

/// Runs that are never performed: reports need one to speak of.
enum SampleRun {
  static func run(rate: Double, calls: String = "getMeetings") throws -> LoadRun {
    let target = try LoadTarget(
      api: APIBase(parsing: "http://127.0.0.1:8090/bigbluebutton"), secret: SharedSecret("demo-secret"),
      mix: CallMix(parsing: calls))
    return LoadRun(plan: LoadPlan(.constant(rate, for: .seconds(10))), target: target)
  }

  /// The stall experiment with two calls, of which one is refused now and then.
  static func stall(until end: Int64 = .max) throws -> LoadReport {
    let run = try run(rate: 100, calls: "getMeetings=3,getMeetingInfo:algebra=1")
    var asked = 0
    let limits = DispatchLimits(connections: 1, patience: .milliseconds(900))
    var virtual = VirtualRun(run.plan, limits, weights: [3, 1]) { now, call in
      let isStalled = now >= 2000 * millisecond && now < 3000 * millisecond
      asked += 1
      let failure: FailureKind? = call == 1 && asked.isMultiple(of: 7) ? .failed : nil
      return .answer(after: (isStalled ? 3000 * millisecond - now : 0) + millisecond, failure)
    }
    let record = virtual.play(until: end)
    let isPart = end < .max
    let elapsed = isPart ? end : max(run.plan.duration.wholeNanoseconds, record.lastOutcome)
    let result = LoadResult(record: record, elapsed: .nanoseconds(elapsed), wasInterrupted: isPart)
    let thresholds = try ["p99 > 200ms", "service p99 > 200ms", "errors > 5%", "rate < 95%"].map {
      try Threshold(parsing: $0)
    }
    return LoadReport(of: run, result, thresholds: thresholds)
  }
}
