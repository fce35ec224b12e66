import ConformanceKit
import Testing

struct OutcomeTests {
  private static let breach = Finding(.breach, "broken")
  private static let advice = Finding(.advice, "odd")
  private static let obstacle = Finding(.obstacle, "in the way")

  @Test(arguments: [
    ([], Verdict.passed), ([advice], .warned), ([breach], .failed), ([advice, breach], .failed),
  ])
  func `findings decide the verdict`(findings: [Finding], expected: Verdict) {
    #expect(result(.judged(by: findings)).verdict == expected)
  }

  @Test(arguments: [Verdict.passed, .warned, .skipped, .blocked, .setupFailed, .harnessFailed])
  func `a breach once seen is proven`(claimed: Verdict) {
    let outcome = CaseOutcome(claimed, findings: [OutcomeTests.obstacle, OutcomeTests.breach])
    #expect(result(outcome).verdict == .failed)
  }

  @Test(arguments: Verdict.allCases.filter { $0 != .passed })
  func `a verdict without a reason says so`(verdict: Verdict) {
    #expect(
      result(CaseOutcome(verdict)).findings.map(\.what) == ["the check gave no reason for this verdict"])
  }

  @Test(arguments: Verdict.allCases, Level.allCases)
  func `only an informative failure is weighed as a warning`(verdict: Verdict, level: Level) {
    let isSoftened = verdict == .failed && level == .informative
    #expect(verdict.weighed(at: level) == (isSoftened ? .warned : verdict))
    #expect(result(CaseOutcome(.failed), level).verdict == Verdict.failed.weighed(at: level))
  }

  @Test func `unverified is its own number`() {
    let counts = RunReport.of(Verdict.allCases + [.blocked, .passed]).counts
    #expect(counts.total == 10)
    #expect(counts.unverified == 4)
    #expect(
      counts.summary
        == "10 cases: 2 passed, 1 failed, 1 known failure, 1 warned, 1 skipped, 2 blocked, 1 setup failed, 1 harness failed; "
        + "4 unverified")
    #expect(RunReport.of([]).counts.summary == "0 cases; 0 unverified")
    #expect(RunReport.of([.passed]).counts.summary == "1 case: 1 passed; 0 unverified")
  }

  private func result(_ outcome: CaseOutcome, _ level: Level = .required) -> CaseResult {
    CaseResult(of: StubCheck(slug: "a/b", level: level), outcome: outcome, duration: .zero, rerun: "")
  }
}
