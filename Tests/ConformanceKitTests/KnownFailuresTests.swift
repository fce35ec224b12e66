import ConformanceKit
import ExitCodes
import Testing

struct KnownFailuresTests {
  @Test func `a list is a slug a line, with comments and blanks`() throws {
    let list = try KnownFailures(
      parsing: "# mended in 0.8\nmeetings/counted   # issue 12\r\n\n  api/hang\t\n")
    #expect(list.slugs == ["meetings/counted", "api/hang"])
  }

  @Test func `every line that is no slug is told, and what stands twice`() {
    let error = #expect(throws: KnownFailuresError.self) {
      try KnownFailures(parsing: "api/up\nno slug\napi/up\nUpper/case\n")
    }
    #expect(error?.mistakes.map(\.line) == [2, 3, 4])
    #expect(error?.mistakes.dropFirst().first?.reason == "`api/up` stands twice")
  }

  @Test(
    arguments: [
      (.failed, .knownFailure), (.passed, .failed), (.warned, .failed), (.skipped, .skipped),
      (.blocked, .blocked), (.setupFailed, .setupFailed), (.harnessFailed, .harnessFailed),
    ] as [(Verdict, Verdict)])
  func `a listed case that fails is known, and one that passes fails`(verdict: Verdict, expected: Verdict)
    async
  {
    var facts = RunFacts.plain
    facts.knownFailures = KnownFailures(["a/listed"])
    facts.level = .informative
    let outcome = CaseOutcome(verdict, findings: Self.findings(for: verdict))
    let checks = ["a/listed", "a/other"].map { StubCheck(slug: $0) { _ in outcome } }
    let report = await Runner(width: 1, clock: ContinuousClock()).run(checks, as: facts)
    #expect(report.results.map(\.verdict) == [expected, verdict])
  }

  @Test func `known failures alone end a run well`() {
    #expect(ExitCode(for: .of([.passed, .knownFailure])) == .done)
    #expect(RunReport.of([.knownFailure]).counts.unverified == 0)
  }

  private static func findings(for verdict: Verdict) -> [Finding] {
    switch verdict {
    case .failed: [Finding("wrong", expected: "1", actual: "2")]
    case .warned: [Finding(.advice, "slow")]
    default: []
    }
  }
}
