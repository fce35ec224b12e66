import ConformanceKit
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct RunnerEndingTests {
  private struct Mishap: Error {}
  private let clock = ManualClock()

  @Test(arguments: [
    (Phase.preparing, Verdict.setupFailed, "the scene could not be set: Mishap()"),
    (.watching, .harnessFailed, "the check threw while it watched the subject: Mishap()"),
    (.judging, .harnessFailed, "the check threw: Mishap()"),
  ])
  func `a check that throws is named by what it was doing`(phase: Phase, verdict: Verdict, what: String) async
  {
    let result = await only { context in
      context.enter(phase)
      throw Mishap()
    }
    #expect(result.verdict == verdict)
    #expect(result.findings.map(\.what) == [what])
  }

  @Test(arguments: Phase.allCases)
  func `a check that cancels itself is a defect of the check`(phase: Phase) async {
    let result = await only { context in
      context.enter(phase)
      throw CancellationError()
    }
    #expect(result.verdict == .harnessFailed)
    #expect(result.findings.map(\.what) == ["the check cancelled itself; nobody else had stopped it"])
  }

  @Test func `an early verdict is the verdict, thrown in any phase`() async {
    let result = await only { context in
      context.enter(.watching)
      throw EarlyVerdict(.blocked("nothing to build on"))
    }
    #expect(result.verdict == .blocked)
    #expect(result.findings == [Finding(.obstacle, "nothing to build on")])
  }

  @Test func `what was recorded survives a throw, and a breach stays proven`() async {
    let result = await only { context in
      context.record(Finding(.breach, "wrong at step 1"))
      context.note("1 scrape")
      throw Mishap()
    }
    #expect(result.verdict == .failed)
    #expect(result.findings.map(\.what) == ["wrong at step 1", "the check threw: Mishap()"])
    #expect(result.notes == ["1 scrape"])
  }

  @Test func `time is taken from the clock of the run`() async {
    let result = await only { _ in
      clock.advance(by: .milliseconds(250))
      return .passed
    }
    #expect(result.duration == .milliseconds(250))
    #expect(result.rerun == "bbb-conformance run --only a/b")
  }

  private func only(_ body: @escaping @Sendable (CaseContext) async throws -> CaseOutcome) async -> CaseResult
  {
    let check = StubCheck(slug: "a/b", body: body)
    return await Runner(width: 1, clock: clock).run([check], as: .plain).results[0]
  }
}
