import BBBAPI
import BBBClient
import BBBReading

/// What one flight does: all calls side by side, each posted as it ends.
struct ScrapeWork: Sendable {
  let reading: AnswerReading
  let calls: [ScrapeCall]
  let disk: DiskReader?
  let memory: ProcessMemory
  let clock: ScrapeClock
  let log: QuietLog

  func run(on flight: Flight) async {
    await withTaskGroup(of: Void.self) { group in
      for call in calls {
        group.addTask { await perform(call, for: flight) }
      }
      if let disk {
        group.addTask { await read(disk, for: flight) }
      }
    }
  }

  private func perform(_ call: ScrapeCall, for flight: Flight) async {
    log.debug("GET \(reading.client.redactedURL(of: call.request))")
    switch call {
    case .meetings:
      let result = await timed(call) { () async throws(CallFailure) in try await reading.meetings() }
      if case .success(let tally) = result { remember(tally) }
      flight.post { $0.meetings = result }
    case .recordings(let state):
      let result = await timed(call) { () async throws(CallFailure) in try await reading.recordings(in: state)
      }
      if case .success(let answer) = result { note(answer.anomalies, in: call) }
      flight.post { $0.recordings[state] = result.map(\.count) }
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
      log.warning("\(call.name): \(error)")
    }
    let latency = clock.elapsed() - start
    memory.update { $0.observe(latency, of: call) }
    log.debug("\(call.name): \(latency.inSeconds) s")
    return result
  }

  private func remember(_ tally: MeetingsTally) {
    memory.update { $0.count(tally) }
    note(tally.anomalies.entries, in: .meetings)
  }

  private func note(_ anomalies: [AnomalyCount], in call: ScrapeCall) {
    memory.update { $0.count(anomalies) }
    for anomaly in anomalies {
      log.warning("\(call.name): \(anomaly.anomaly.rawValue) in <\(anomaly.element.rawValue)>, passed over")
    }
  }

  private func read(_ disk: DiskReader, for flight: Flight) async {
    guard let found = await disk.read() else {
      log.warning("disk: not read in time")
      return
    }
    for problem in found.problems { log.warning("disk: \(problem)") }
    if let problem = found.versionProblem { log.warningOnce("bbb_version is left out: \(problem)") }
    flight.post { $0.disk = found }
  }
}

extension ScrapeCall {
  /// The call as logs name it.
  fileprivate var name: String {
    labels.filter { !$0.isEmpty }.joined(separator: "?")
  }
}
