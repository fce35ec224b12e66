import ConformanceKit
import ExitCodes
import TestSupport
import Testing

/// No test here sleeps: time passes when the clock is moved, and it is moved once all who wait for it do.
@Suite(.timeLimit(.minutes(5)))
struct RunnerTimeTests {
  private let clock = ManualClock()
  private let limits = TimeLimits(perCheck: .seconds(30), grace: .seconds(5))

  @Test(arguments: [
    (Phase.preparing, Verdict.setupFailed, "the scene was not set within 30 s"),
    (.watching, .failed, "the subject kept the case waiting"),
    (.judging, .harnessFailed, "the check did not finish within 30 s"),
  ])
  func `a check that hangs is named by what it waits for`(phase: Phase, verdict: Verdict, what: String) async
  {
    let hanging = StubCheck(slug: "a/b") { context in
      context.enter(phase)
      try await clock.sleep(for: .seconds(1_000_000))
      return .passed
    }
    async let report = run([hanging])
    await clock.sleepsBegun(2)  // the check and its limit
    clock.advance(by: .seconds(30))
    let result = await report.results[0]
    #expect(result.verdict == verdict)
    #expect(result.findings.map(\.what) == [what])
    #expect(result.duration == .seconds(30))
  }

  @Test func `a check may have a limit of its own`() async {
    let brief = StubCheck(slug: "a/b", timeLimit: .milliseconds(2_500)) { _ in
      try await clock.sleep(for: .seconds(1_000_000))
      return .passed
    }
    async let report = run([brief])
    await clock.sleepsBegun(2)
    clock.advance(by: .milliseconds(2_500))
    #expect(await report.results[0].findings.map(\.what) == ["the check did not finish within 2.500 s"])
  }

  @Test func `a check that ignores being stopped is left behind, and the run goes on`() async {
    let (begun, never) = (Gate(), Gate())
    let deaf = StubCheck(slug: "a/deaf") { context in
      context.enter(.watching)
      begun.open()
      await never.passed()
      return .passed
    }
    async let report = run([deaf, StubCheck(slug: "b/next")])
    await begun.passed()
    await clock.sleepsBegun(1)
    clock.advance(by: .seconds(30))
    await clock.sleepsBegun(2)  // the grace
    clock.advance(by: .seconds(5))
    let results = await report.results
    never.open()
    #expect(results.map(\.verdict) == [.failed, .passed])
    #expect(
      results[0].findings.last?.what == "the check did not stop when it was told to, and was left behind")
  }

  @Test func `a stopped check may clean up, and what it returns then is not looked at`() async {
    let tidy = StubCheck(slug: "a/b") { context in
      // The sleep ends by being cancelled; that is how a check learns that its time is over.
      try? await clock.sleep(for: .seconds(1_000_000))
      context.note("cleaned up")
      return .passed
    }
    async let report = run([tidy])
    await clock.sleepsBegun(2)
    clock.advance(by: .seconds(30))
    let result = await report.results[0]
    #expect(result.verdict == .harnessFailed)
    #expect(result.notes == ["cleaned up"])
  }

  @Test func `an interrupted run keeps its verdicts and skips the rest`() async {
    let hanging = StubCheck(slug: "a/b") { _ in
      try await clock.sleep(for: .seconds(1_000_000))
      return .passed
    }
    let work = Task { await run([StubCheck(slug: "a/a"), hanging, StubCheck(slug: "a/c")]) }
    await clock.sleepsBegun(2 + 1)  // the limit of the first case, and of the second, which hangs
    work.cancel()
    let report = await work.value
    #expect(report.results.map(\.verdict) == [.passed, .skipped, .skipped])
    #expect(
      report.results.flatMap(\.findings).map(\.what) == [
        "the run was interrupted", "the run was interrupted before the case began",
      ])
    #expect(report.wasInterrupted)
    #expect(ExitCode(for: report) == .inconclusive)
  }

  @Test func `a run that is stopped in its last case is partial`() async {
    let hanging = StubCheck(slug: "a/b") { _ in
      try await clock.sleep(for: .seconds(1_000_000))
      return .passed
    }
    let work = Task { await run([hanging]) }
    await clock.sleepsBegun(2)
    work.cancel()
    #expect(await work.value.wasInterrupted)
  }

  @Test func `a run that is stopped before it begins skips everything`() async {
    let work = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await run([StubCheck(slug: "a/a"), StubCheck(slug: "a/b")])
    }
    let report = await work.value
    #expect(report.results.map(\.verdict) == [.skipped, .skipped])
    #expect(report.wasInterrupted)
  }

  @Test func `a run that is stopped after its last verdict is whole`() async {
    let work = Task {
      let report = await run([StubCheck(slug: "a/a")])
      withUnsafeCurrentTask { $0?.cancel() }
      return report
    }
    let report = await work.value
    #expect(!report.wasInterrupted)
    #expect(ExitCode(for: report) == .done)
  }

  private func run(_ checks: [any Check]) async -> RunReport {
    await Runner(width: 1, limits: limits, clock: clock).run(checks, as: .plain)
  }
}
