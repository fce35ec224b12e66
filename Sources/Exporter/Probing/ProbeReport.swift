/// How the synthetic probe of one server has fared.
struct ProbeReport: Sendable, Equatable {
  /// Runs that have ended.
  var runs = 0
  /// Times when a run was due while the one before was still under way.
  var skipped = 0
  /// Runs by the step that failed first.
  var failures: [ProbeStep: Int] = [:]
  /// Nil before the first run has ended.
  var last: ProbeRun.Outcome?
  /// When it ended, in seconds since 1970.
  var lastTime = 0.0
}
