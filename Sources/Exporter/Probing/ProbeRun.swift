import BBBClient
import BBBReading
import ServiceLifecycle

/// One run of the synthetic probe: create, join, ask, end; whatever fails, the meeting is ended.
struct ProbeRun: Sendable {
  /// What a run found out.
  struct Outcome: Sendable, Equatable {
    /// How long each step took that was taken, failed ones included.
    var durations: [ProbeStep: Duration] = [:]
    /// The steps that failed.
    var failures: Set<ProbeStep> = []

    /// The first step that failed; nil when the probe succeeded.
    var failedStep: ProbeStep? { failures.min() }
  }

  let client: APIClient
  let meeting: ProbeMeeting
  let limit: Duration
  let clock: ScrapeClock
  let log: QuietLog

  /// Takes the steps.
  ///
  /// - Returns: what was found out, and whether the meeting may be there still. No outcome when the process was asked to
  ///   end in between, which is no failure of the server.
  func perform() async -> (outcome: Outcome?, mayRemain: Bool) {
    var outcome = Outcome()
    var mayExist = false
    for step in [ProbeStep.create, .join, .info] where outcome.failedStep == nil && !isEnding {
      let result = await take(step, into: &outcome)
      if step == .create { mayExist = result.mayHaveCreated }
    }
    guard mayExist else { return (isEnding ? nil : outcome, false) }
    return await finish(outcome)
  }

  private func finish(_ outcome: Outcome) async -> (outcome: Outcome?, mayRemain: Bool) {
    var outcome = outcome
    if outcome.failedStep == .create {
      return (isEnding ? nil : outcome, !(await end(meeting)))
    }
    let isEnded = await take(.end, into: &outcome).hasSucceeded
    return (isEnding ? nil : outcome, !isEnded)
  }

  private func take(_ step: ProbeStep, into outcome: inout Outcome) async -> Result<Void, CallFailure> {
    let start = clock.elapsed()
    let result = step == .end ? await endResult(meeting) : await result(of: meeting.request(step))
    outcome.durations[step] = clock.elapsed() - start
    if case .failure(let failure) = result {
      outcome.failures.insert(step)
      if !isEnding { log.warning("synthetic probe: \(step.label): \(failure)") }
    }
    return result
  }

  private func result(of request: APIRequest) async -> Result<Void, CallFailure> {
    let client = client
    return await ProbePatience(clock: clock, limit: limit).result { () async throws(CallFailure) in
      try await client.succeed(request)
    }
  }

  private var isEnding: Bool { Task.isCancelled || Task.isShuttingDownGracefully }
}

// Ending meetings, the run's own and those left behind.
extension ProbeRun {
  /// Ends a meeting; whether it is gone.
  func end(_ meeting: ProbeMeeting) async -> Bool {
    switch await endResult(meeting) {
    case .success, .failure(.failed(messageKey: "notFound", message: _)): true
    // What 2.4 and later may say of a meeting that is not there (facts §3.5).
    case .failure(.failed(messageKey: "invalidPassword", message: _)): true
    case .failure: false
    }
  }

  private func endResult(_ meeting: ProbeMeeting) async -> Result<Void, CallFailure> {
    let request = meeting.request(.end)
    var run = self
    if isEnding { run = run.with(limit: ProbePatience.grace) }
    let (ending, patient) = (request, run)
    // A task of its own: this one may be cancelled, and the meeting has to be ended all the same. It is bounded.
    return await Task { await patient.result(of: ending) }.value
  }

  private func with(limit: Duration) -> ProbeRun {
    ProbeRun(client: client, meeting: meeting, limit: min(limit, self.limit), clock: clock, log: log)
  }
}

extension Result where Success == Void, Failure == CallFailure {
  fileprivate var hasSucceeded: Bool { if case .success = self { true } else { false } }

  /// Whether a create that ended so may have made a meeting: all but what certainly never reached BigBlueButton, or was
  /// refused by it.
  fileprivate var mayHaveCreated: Bool {
    switch self {
    case .failure(.failed), .failure(.refused), .failure(.unknownHost), .failure(.tls): false
    default: true
    }
  }
}

extension APIClient {
  /// Makes a call and reads whether it succeeded.
  fileprivate func succeed(_ request: APIRequest) async throws(CallFailure) {
    let reply = try await reply(to: request)
    var reader = OutcomeReader()
    try await reply.forEachChunk { chunk throws(CallFailure) in
      try reply.explaining { () throws(ReadingError) in try reader.feed(chunk) }
    }
    try reply.explaining { () throws(ReadingError) in try reader.finish() }.throwIfFailed()
  }
}
