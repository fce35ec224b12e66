import Synchronization

/// What a check is doing, which decides what it means when time runs out.
public enum Phase: String, Sendable, CaseIterable {
  /// Setting the scene: worlds, servers, the start of the subject. Overrunning is a failed set-up.
  case preparing
  /// Asking the subject, or waiting for it. Overrunning is the subject's failure.
  case watching
  /// Comparing what was seen; also where a check is that never said. Overrunning is a defect of the check.
  case judging
}

/// What a running check tells its runner before it has an outcome.
///
/// What is recorded here survives when the check throws or overruns its time.
public final class CaseContext: Sendable {
  private struct Storage {
    var phase = Phase.judging
    var findings: [Finding] = []
    var notes: [String] = []
    var evidence = Evidence()
  }

  private let storage = Mutex(Storage())

  /// Makes the context of one run of one check.
  public init() {}

  /// What the check is doing.
  public var phase: Phase { storage.withLock { $0.phase } }

  /// Says what the check does from here on.
  public func enter(_ phase: Phase) { storage.withLock { $0.phase = phase } }

  /// Keeps a finding; it comes before those of the outcome.
  public func record(_ finding: Finding) { storage.withLock { $0.findings.append(finding) } }

  /// Keeps a note; it comes before those of the outcome.
  public func note(_ text: String) { storage.withLock { $0.notes.append(text) } }

  /// Keeps evidence; it comes before that of the outcome.
  public func keep(_ evidence: Evidence) { storage.withLock { $0.evidence += evidence } }

  /// The outcome with everything in front of it that was recorded on the way.
  func completing(_ outcome: CaseOutcome) -> CaseOutcome {
    let recorded = storage.withLock { $0 }
    var evidence = recorded.evidence
    evidence += outcome.evidence
    return CaseOutcome(
      outcome.verdict, findings: recorded.findings + outcome.findings, notes: recorded.notes + outcome.notes,
      evidence: evidence)
  }
}
