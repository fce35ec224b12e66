import BBBAPI
import BBBClient
import BBBReading

/// Does the inquiries of scrapes, and remembers and tells what they bring.
struct ScrapeWork: Sendable {
  let reading: AnswerReading
  let paging: RecordingsPaging
  let recordingsOnDisk: DiskReader?
  let installedVersion: DiskReader?
  let memory: ServerMemory
  let clock: ScrapeClock
  let log: QuietLog

  func finding(of inquiry: Inquiry) async -> ScrapeFinding {
    switch inquiry {
    case .call(let call): await perform(call)
    case .recordingsOnDisk: await read(recordingsOnDisk)
    case .installedVersion: await read(installedVersion)
    }
  }

  private func perform(_ call: ScrapeCall) async -> ScrapeFinding {
    switch call {
    case .meetings: .meetings(await meetings())
    case .recordings(let state): .recordings(state, await countRecordings(in: state))
    }
  }

  private func meetings() async -> Result<MeetingsTally, CallFailure> {
    let call = ScrapeCall.meetings
    let result = await timed(call, call.request) { () async throws(CallFailure) in
      try await reading.meetings()
    }
    if case .success(let tally) = result { remember(tally) }
    return result
  }

  private func countRecordings(in state: RecordingState) async -> Result<Int, CallFailure> {
    let result = await recordings(in: state)
    memory.shelve(result, of: state, at: clock.elapsed())
    return result
  }

  /// Asks for a page and, where that does not settle the number, for all.
  private func recordings(in state: RecordingState) async -> Result<Int, CallFailure> {
    guard paging.isOffered else { return await listing(of: state) }
    switch PageVerdict(await answer(to: ScrapeCall.firstPage(of: state), of: state)) {
    case .settled(let result): return result
    case .listed(let count):
      paging.noteNoTotal()
      return .success(count)
    case .unclear:
      let result = await listing(of: state)
      if case .success = result { paging.noteNoTotal() }
      return result
    }
  }

  private func listing(of state: RecordingState) async -> Result<Int, CallFailure> {
    await answer(to: ScrapeCall.recordings(state).request, of: state).map(\.count)
  }

  private func answer(
    to request: APIRequest, of state: RecordingState
  ) async -> Result<RecordingsReading, CallFailure> {
    let call = ScrapeCall.recordings(state)
    let result = await timed(call, request) { () async throws(CallFailure) in
      try await reading.recordings(request)
    }
    if case .success(let answer) = result { note(answer.anomalies, in: call) }
    return result
  }

  /// Measures a call, whether it fails or not, and says why it failed.
  private func timed<Value>(
    _ call: ScrapeCall, _ request: APIRequest, _ body: () async throws(CallFailure) -> Value
  ) async -> Result<Value, CallFailure> {
    log.debug("GET \(reading.client.redactedURL(of: request))")
    let start = clock.elapsed()
    let result: Result<Value, CallFailure>
    do throws(CallFailure) {
      result = .success(try await body())
    } catch {
      result = .failure(error)
      log.warning("\(call.name): \(error)", about: call.name)
    }
    let duration = clock.elapsed() - start
    memory.update(call) { $0.note(duration, endingAt: clock.wall(), failure: result.failure) }
    log.debug("\(call.name): \(duration.inSeconds) s")
    return result
  }

  private func remember(_ tally: MeetingsTally) {
    memory.count(tally.sightings)
    note(tally.anomalies.entries, in: .meetings)
  }

  private func note(_ anomalies: [AnomalyCount], in call: ScrapeCall) {
    memory.count(anomalies)
    for anomaly in anomalies {
      let kind = anomaly.anomaly.rawValue
      log.warning("\(call.name): \(kind) in <\(anomaly.element.rawValue)>, passed over", about: kind)
    }
  }

  private func read(_ disk: DiskReader?) async -> ScrapeFinding {
    guard let disk else { return .nothing }
    guard let found = await disk.read() else {
      log.warning("disk: not read in time")
      return .nothing
    }
    for problem in found.problems { log.warning("disk: \(problem)") }
    if let problem = found.versionProblem { log.warningOnce("bbb_version is left out: \(problem)") }
    return .disk(found)
  }
}

extension ScrapeCall {
  /// The call as logs name it.
  fileprivate var name: String {
    labels.filter { !$0.isEmpty }.joined(separator: "?")
  }
}

extension Result {
  fileprivate var failure: Failure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}
