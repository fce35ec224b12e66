/// What a check returns: its verdict, why, and what else a reader may want to know.
public struct CaseOutcome: Sendable, Equatable {
  /// The verdict, before the level of the case is weighed in.
  public var verdict: Verdict
  /// What led to the verdict, in the order in which it was seen.
  public var findings: [Finding]
  /// Circumstances that are no judgement, such as `the server has no fonts`.
  public var notes: [String]
  /// What was measured and kept beside the findings.
  public var evidence: Evidence

  /// Makes an outcome as it is; ``judged(by:notes:)`` and its neighbours keep verdict and findings in step.
  public init(
    _ verdict: Verdict, findings: [Finding] = [], notes: [String] = [], evidence: Evidence = Evidence()
  ) {
    self.verdict = verdict
    self.findings = findings
    self.notes = notes
    self.evidence = evidence
  }

  /// Everything expected was seen.
  public static let passed = CaseOutcome(.passed)

  /// The outcome that the findings come to: a breach fails, advice alone warns, nothing passes.
  public static func judged(
    by findings: [Finding], notes: [String] = [], evidence: Evidence = Evidence()
  ) -> CaseOutcome {
    CaseOutcome(.passed, findings: findings, notes: notes, evidence: evidence).settled
  }

  /// The case does not apply here.
  public static func skipped(_ reason: String) -> CaseOutcome { .stopped(.skipped, reason) }

  /// Something that the case builds on did not hold.
  public static func blocked(_ reason: String) -> CaseOutcome { .stopped(.blocked, reason) }

  /// The scene could not be set.
  public static func setupFailed(_ reason: String) -> CaseOutcome { .stopped(.setupFailed, reason) }

  /// The check itself is broken.
  public static func harnessFailed(_ reason: String) -> CaseOutcome { .stopped(.harnessFailed, reason) }

  private static func stopped(_ verdict: Verdict, _ reason: String) -> CaseOutcome {
    CaseOutcome(verdict, findings: [Finding(.obstacle, reason)])
  }

  /// The same outcome with a verdict that its findings bear out.
  ///
  /// A breach once seen is proven, whatever went wrong later: it fails the case. Advice turns a pass into a warning.
  var settled: CaseOutcome {
    var settled = self
    if findings.contains(where: { $0.weight == .breach }) {
      settled.verdict = .failed
    } else if verdict == .passed, findings.contains(where: { $0.weight == .advice }) {
      settled.verdict = .warned
    } else if verdict != .passed, findings.isEmpty {
      settled.findings = [Finding(.obstacle, "the check gave no reason for this verdict")]
    }
    return settled
  }
}

/// Thrown anywhere inside a check to end it with a verdict, such as a failed set-up three calls deep.
public struct EarlyVerdict: Error, Sendable {
  /// The outcome that the check ends with.
  public let outcome: CaseOutcome

  /// Makes an early end with the given outcome.
  public init(_ outcome: CaseOutcome) {
    self.outcome = outcome
  }
}
