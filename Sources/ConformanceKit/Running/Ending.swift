/// How a check came to its end.
enum Ending: Sendable {
  case returned(CaseOutcome)
  case threw(any Error, during: Phase)
  case overran(Duration, during: Phase)
  case interrupted

  var isInterrupted: Bool {
    if case .interrupted = self { true } else { false }
  }

  /// The outcome that the ending comes to; `hasStopped` is false if the check went on after it was told to end.
  func outcome(hasStopped: Bool) -> CaseOutcome {
    var outcome = self.outcome
    if !hasStopped {
      let what = "the check did not stop when it was told to, and was left behind"
      outcome.findings.append(Finding(.obstacle, what))
    }
    return outcome
  }

  private var outcome: CaseOutcome {
    switch self {
    case .returned(let outcome): outcome
    case .threw(let error as EarlyVerdict, _): error.outcome
    case .threw(let error, let phase): Ending.outcome(ofThrowing: error, during: phase)
    case .overran(let limit, let phase): Ending.outcome(ofOverrunning: limit, during: phase)
    case .interrupted: .skipped("the run was interrupted")
    }
  }

  private static func outcome(ofThrowing error: any Error, during phase: Phase) -> CaseOutcome {
    let text = String(describing: error)
    return switch (phase, error) {
    case (_, is CancellationError): .harnessFailed("the check cancelled itself; nobody else had stopped it")
    case (.preparing, _): .setupFailed("the scene could not be set: \(text)")
    case (.watching, _): .harnessFailed("the check threw while it watched the subject: \(text)")
    case (.judging, _): .harnessFailed("the check threw: \(text)")
    }
  }

  private static func outcome(ofOverrunning limit: Duration, during phase: Phase) -> CaseOutcome {
    let limit = limit.secondsText
    return switch phase {
    case .preparing: .setupFailed("the scene was not set within \(limit)")
    case .watching:
      .judged(by: [
        Finding("the subject kept the case waiting", expected: "an end within \(limit)", actual: "none")
      ])
    case .judging: .harnessFailed("the check did not finish within \(limit)")
    }
  }
}
