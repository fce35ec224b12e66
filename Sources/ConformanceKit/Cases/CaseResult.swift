/// One line of a report: a case and what became of it.
public struct CaseResult: Sendable, Equatable {
  /// The stable name of the case.
  public var slug: Slug
  /// What the case holds the subject to, in one sentence.
  public var title: String
  /// How much the case weighs.
  public var level: Level
  /// What became of it, with the level weighed in.
  public var verdict: Verdict
  /// Why, in the order in which it was seen.
  public var findings: [Finding]
  /// Circumstances that are no judgement.
  public var notes: [String]
  /// What was measured and kept beside the findings.
  public var evidence: Evidence
  /// How long the case took by the clock of the run.
  public var duration: Duration
  /// The lines of the contract that the case rests on.
  public var citations: [Citation]
  /// The command that runs this case alone.
  public var rerun: String

  /// Makes the result of `check`; the outcome's verdict is checked against its findings and weighed by the level.
  public init(of check: any Check, outcome: CaseOutcome, duration: Duration, rerun: String) {
    let settled = outcome.settled
    slug = check.slug
    title = check.title
    level = check.level
    citations = check.citations
    verdict = settled.verdict.weighed(at: check.level)
    findings = settled.findings
    notes = settled.notes
    evidence = settled.evidence
    self.duration = duration
    self.rerun = rerun
  }
}
