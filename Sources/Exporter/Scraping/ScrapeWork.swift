import BBBAPI
import BBBClient
import BBBReading

/// Does the inquiries of scrapes, and remembers and tells what they bring.
struct ScrapeWork: Sendable {
  let reading: AnswerReading
  let recordingsOnDisk: DiskReader?
  let installedVersion: DiskReader?
  let memory: ProcessMemory
  let clock: ScrapeClock
  let log: QuietLog

  func finding(of inquiry: Inquiry) async -> Finding {
    switch inquiry {
    case .call(let call): await perform(call)
    case .recordingsOnDisk: await read(recordingsOnDisk)
    case .installedVersion: await read(installedVersion)
    }
  }

  private func perform(_ call: ScrapeCall) async -> Finding {
    log.debug("GET \(reading.client.redactedURL(of: call.request))")
    switch call {
    case .meetings:
      let result = await timed(call) { () async throws(CallFailure) in try await reading.meetings() }
      if case .success(let tally) = result { remember(tally) }
      return .meetings(result)
    case .recordings(let state):
      let result = await timed(call) { () async throws(CallFailure) in try await reading.recordings(in: state)
      }
      if case .success(let answer) = result { note(answer.anomalies, in: call) }
      return .recordings(state, result.map(\.count))
    }
  }

  /// Measures a call, whether it fails or not, and says why it failed.
  private func timed<Value>(
    _ call: ScrapeCall, _ body: () async throws(CallFailure) -> Value
  ) async -> Result<Value, CallFailure> {
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

  private func read(_ disk: DiskReader?) async -> Finding {
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
