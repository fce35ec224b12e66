import Determinism

/// A run in numbers, held against its thresholds.
public struct LoadReport: Sendable {
  /// What the run came to.
  public enum Verdict: String, Sendable, Encodable {
    /// Everything planned was sent, and no threshold is broken.
    case passed
    /// A threshold is broken, or not one answer was good.
    case failed
    /// No threshold is broken, but requests were dropped or the run was interrupted.
    case inconclusive
  }

  let run: LoadRun
  let result: LoadResult
  let total: CallRecord
  /// Each threshold with what was measured, in the order in which they were given.
  public let thresholds: [ThresholdOutcome]

  /// Judges a run.
  public init(of run: LoadRun, _ result: LoadResult, thresholds: [Threshold] = []) {
    self.run = run
    self.result = result
    let total = result.record.total
    self.total = total
    let measure = Measure(total: total, elapsed: result.elapsed, plan: run.plan)
    self.thresholds = thresholds.map { ThresholdOutcome(threshold: $0, measured: measure.value(for: $0)) }
  }

  /// What the run came to.
  public var verdict: Verdict {
    if thresholds.contains(where: \.isBroken) || (total.ok == 0 && total.errors > 0) { return .failed }
    return total.dropped > 0 || result.wasInterrupted ? .inconclusive : .passed
  }

  /// Good answers a second.
  public var rate: Double { Measure(total: total, elapsed: result.elapsed, plan: run.plan).rate }

  /// Requests a second that were planned, on average.
  public var plannedRate: Double { Double(run.plan.count) / run.plan.duration.inSeconds }
}

/// What thresholds look at.
struct Measure {
  let total: CallRecord
  let elapsed: Duration
  let plan: LoadPlan

  var rate: Double { elapsed > .zero ? Double(total.ok) / elapsed.inSeconds : 0 }

  /// In the threshold's unit; nil when there is nothing to measure it by.
  func value(for threshold: Threshold) -> Double? {
    switch threshold.subject {
    case .latency(let percentile): milliseconds(total.latency, percentile)
    case .serviceTime(let percentile): milliseconds(total.serviceTime, percentile)
    case .errors: number(total.errors, threshold.unit)
    case .dropped: number(total.dropped, threshold.unit)
    case .rate: threshold.unit == .percent ? percentOfPlannedRate : rate
    }
  }

  private func milliseconds(_ histogram: LatencyHistogram, _ percentile: Double) -> Double? {
    histogram.microseconds(atPercentile: percentile).map { Double($0) / 1000 }
  }

  private func number(_ count: Int, _ unit: Threshold.Unit) -> Double? {
    guard unit == .percent else { return Double(count) }
    return total.planned > 0 ? Double(count) * 100 / Double(total.planned) : nil
  }

  /// Beside what was due in the same time, so that an interruption alone breaks nothing.
  private var percentOfPlannedRate: Double? {
    let due = min(plan.duration, elapsed)
    guard total.planned > 0, due > .zero else { return nil }
    return rate * 100 / (Double(total.planned) / due.inSeconds)
  }
}
