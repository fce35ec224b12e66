public import ExitCodes

extension ExitCode {
  /// The code that a report comes to. Failed beats a broken harness, which beats inconclusive, which beats done.
  ///
  /// Every case in a report was asked for, so a failed recommended case counts as much as a required one: a run that
  /// is not to fail by it is run at level `required`. Warnings fail a strict run only. A proven failure stays one even
  /// if another check is broken. A report without a single result has verified nothing: inconclusive.
  public init(for report: RunReport) {
    let counts = report.counts
    if counts[.failed] > 0 || (report.facts.isStrict && counts[.warned] > 0) {
      self = .failed
    } else if counts[.harnessFailed] > 0 {
      self = .toolDefect
    } else if counts.unverified > 0 || counts.total == 0 {
      self = .inconclusive
    } else {
      self = .done
    }
  }
}
