/// What an attempt came to.
struct Conclusion: Sendable {
  var outcome: CaseOutcome
  var wasInterrupted: Bool
}

/// One run of one check, with an end in any case.
///
/// A child task must be waited for, however long it takes. So the check runs in a task of its own that can be left
/// behind: one check that ignores its cancellation must not cost the verdicts of all others.
struct Attempt<RunClock: Clock>: Sendable where RunClock.Duration == Duration {
  let check: any Check
  let limits: TimeLimits
  let clock: RunClock

  private let context = CaseContext()
  private let ending = OneShot<Ending>()
  private let stopped = OneShot<Bool>()

  init(_ check: any Check, limits: TimeLimits, clock: RunClock) {
    self.check = check
    self.limits = limits
    self.clock = clock
  }

  /// Runs the check until it returns, throws, overruns its limit, or the surrounding task is cancelled.
  func conclusion() async -> Conclusion {
    let work = Task { await perform() }
    let limit = check.timeLimit ?? limits.perCheck
    let overrun = alarm(after: limit) { ending.settle(.overran(limit, during: context.phase)) }
    let first = await withTaskCancellationHandler {
      await ending.value()
    } onCancel: {
      ending.settle(.interrupted)
    }
    overrun.cancel()
    let hasStopped = await stop(work, after: first)
    return Conclusion(
      outcome: context.completing(first.outcome(hasStopped: hasStopped)), wasInterrupted: first.isInterrupted)
  }

  private func perform() async {
    do {
      ending.settle(.returned(try await check.run(context)))
    } catch {
      ending.settle(.threw(error, during: context.phase))
    }
    stopped.settle(true)
  }

  /// Tells a check that is still running to stop, and says whether it did within the grace.
  private func stop(_ work: Task<Void, Never>, after ending: Ending) async -> Bool {
    switch ending {
    case .returned, .threw: return true
    case .overran, .interrupted: break
    }
    work.cancel()
    let patience = alarm(after: limits.grace) { stopped.settle(false) }
    defer { patience.cancel() }
    return await stopped.value()
  }

  private func alarm(after time: Duration, ring: @escaping @Sendable () -> Void) -> Task<Void, Never> {
    Task {
      // A sleep ends early only by being cancelled, and then nobody wants to be woken.
      guard (try? await clock.sleep(for: time)) != nil else { return }
      ring()
    }
  }
}
