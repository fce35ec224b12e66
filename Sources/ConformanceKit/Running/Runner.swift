/// Runs checks side by side and makes a report whose order does not depend on who finished first.
public struct Runner<RunClock: Clock>: Sendable where RunClock.Duration == Duration {
  private let width: Int
  private let limits: TimeLimits
  private let clock: RunClock

  /// Makes a runner.
  ///
  /// At most `width` checks run at the same time (at least one does). Time is taken from `clock` alone: a command
  /// gives a `ContinuousClock`, a test one that it moves by hand.
  public init(width: Int, limits: TimeLimits = TimeLimits(), clock: RunClock) {
    self.width = max(1, width)
    self.limits = limits
    self.clock = clock
  }

  /// Runs the checks and reports on all of them.
  ///
  /// They are started in the order given; those that run alone come after all others, one by one. When the surrounding task is cancelled, checks that are running are told to
  /// stop and, like those not yet started, come out as skipped; what had its verdict keeps it.
  /// `progress` is called for one event at a time, from the task that called this function.
  public func run(
    _ checks: [any Check], as facts: RunFacts, progress: (ProgressEvent) -> Void = { _ in }
  ) async -> RunReport {
    let start = clock.now
    let checks = checks.filter { !$0.runsAlone } + checks.filter(\.runsAlone)
    let finished = await finishing(checks, as: facts, progress: progress)
    let unstarted = checks.dropFirst(finished.count)
    return RunReport(
      facts,
      results: finished.map(\.result) + unstarted.map { neverStarted($0, as: facts) },
      elapsed: start.duration(to: clock.now),
      wasInterrupted: !unstarted.isEmpty || finished.contains { $0.wasInterrupted })
  }

  private struct Finished: Sendable {
    let result: CaseResult
    let wasInterrupted: Bool
  }

  /// Runs checks from the first on, until all have finished or the run is interrupted; what was started finishes.
  private func finishing(
    _ checks: [any Check], as facts: RunFacts, progress: (ProgressEvent) -> Void
  ) async -> [Finished] {
    await withTaskGroup(of: Finished.self) { group in
      var finished: [Finished] = []
      var started = 0
      while true {
        while started < checks.count, started - finished.count < width(for: checks[started]),
          !Task.isCancelled
        {
          let check = checks[started]
          progress(.started(check.slug, of: checks.count))
          group.addTask { await attempt(check, as: facts) }
          started += 1
        }
        guard let next = await group.next() else { return finished }
        finished.append(next)
        progress(.finished(next.result, finished: finished.count, of: checks.count))
      }
    }
  }

  /// Those that run alone are the last ones, so that nothing is beside the first of them when it starts.
  private func width(for check: any Check) -> Int { check.runsAlone ? 1 : width }

  private func attempt(_ check: any Check, as facts: RunFacts) async -> Finished {
    let start = clock.now
    let conclusion = await Attempt(check, limits: limits, clock: clock).conclusion()
    let result = CaseResult(
      of: check, outcome: conclusion.outcome, duration: start.duration(to: clock.now),
      rerun: facts.rerun(of: check.slug))
    return Finished(result: facts.knownFailures.weighing(result), wasInterrupted: conclusion.wasInterrupted)
  }

  private func neverStarted(_ check: any Check, as facts: RunFacts) -> CaseResult {
    CaseResult(
      of: check, outcome: .skipped("the run was interrupted before the case began"), duration: .zero,
      rerun: facts.rerun(of: check.slug))
  }
}
