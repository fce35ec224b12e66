import ConformanceKit

/// A check whose behaviour is given by the test.
struct StubCheck: Check {
  var slug: Slug
  var level = Level.required
  var title = "A stub"
  var citations: [Citation] = []
  var timeLimit: Duration?
  var runsAlone = false
  var body: @Sendable (CaseContext) async throws -> CaseOutcome = { _ in .passed }

  func run(_ context: CaseContext) async throws -> CaseOutcome { try await body(context) }
}

extension RunFacts {
  static let plain = RunFacts(
    tool: "bbb-conformance", version: "0.1.0", subject: "a stub", startedAt: "2026-03-02T08:00:00Z",
    command: "bbb-conformance run")
}

extension RunReport {
  /// A report with one result for each verdict given.
  static func of(_ verdicts: [Verdict], isStrict: Bool = false) -> RunReport {
    var facts = RunFacts.plain
    facts.isStrict = isStrict
    let results = verdicts.enumerated().map { index, verdict in
      var result = CaseResult(
        of: StubCheck(slug: Slug(stringLiteral: "group/case-\(index)")), outcome: .passed, duration: .zero,
        rerun: "")
      result.verdict = verdict
      return result
    }
    return RunReport(facts, results: results, elapsed: .zero)
  }
}
