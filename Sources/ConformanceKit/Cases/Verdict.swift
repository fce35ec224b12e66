/// What became of a case.
///
/// Only ``passed`` and ``warned`` are good news; ``knownFailure`` is old news. ``skipped``, ``blocked`` and ``setupFailed`` say nothing about the
/// subject: they are *unverified*, a number of its own that is never added to the passed ones.
/// - Source: DESIGN §7; the distinctions follow http-tests/cache-tests.
public enum Verdict: String, Sendable, CaseIterable, Codable {
  /// Everything that the case expects was seen.
  case passed
  /// The subject broke what the case expects, or did not answer while it was watched.
  case failed
  /// The case failed, and stands on the list of those that are known to.
  case knownFailure = "known-failure"
  /// The contract holds, but something deserves a look: advice, or an informative figure that is out of bounds.
  case warned
  /// The case was not run: it does not apply here, or the run was interrupted.
  case skipped
  /// The case could not be judged, because something that it builds on did not hold.
  case blocked
  /// The scene could not be set: a port, a server, a command that does not start. No judgement on the subject.
  case setupFailed = "setup-failed"
  /// The check itself is broken: it threw, or overran its time outside its set-up and its watching.
  case harnessFailed = "harness-failed"

  /// Whether the case says nothing about the subject, through nobody's defect.
  public var isUnverified: Bool { self == .skipped || self == .blocked || self == .setupFailed }

  /// The verdict as a person reads it, such as `setup failed`.
  public var title: String {
    switch self {
    case .knownFailure: "known failure"
    case .setupFailed: "setup failed"
    case .harnessFailed: "harness failed"
    default: rawValue
    }
  }

  /// The verdict that this one comes to in a case of `level`: an informative case warns where others fail.
  public func weighed(at level: Level) -> Verdict {
    self == .failed && level == .informative ? .warned : self
  }
}
