import ConformanceKit
import Scenarios
import SimulatorCore
import SimulatorServer

/// A case that goes through instants of the day.
struct ScriptRun: Sendable {
  private let steps: [Step]
  private let stage: Stage

  init(_ steps: [Step], on stage: Stage) {
    self.steps = steps
    self.stage = stage
  }

  /// What was seen, and whether the exporter had gone by itself.
  private struct Sighting: Sendable {
    var readiness: Readiness
    var findings: [Finding] = []
    var exhibits: [Exhibit] = []
    var endedByItself = false
    /// Where it listens, in case that is not where it should.
    var ports: [Int] = []
    var transcript: Transcript
  }

  func outcome(_ context: CaseContext) async throws -> CaseOutcome {
    let faults = steps.first?.faults ?? stage.check.conformanceCase.scenario.faults
    stage.server.simulator.setFaults(faults + (stage.check.defect?.faults ?? []))
    let beginning = ContinuousClock.now
    let ended = try await stage.process.whileRunning { process in
      try await sighting(process, since: beginning, context)
    }
    context.enter(.judging)
    if ended.result.readiness == .ended, await LoopbackPort.isListening(stage.port) {
      return .setupFailed("somebody else has taken port \(stage.port), which was free: run the case again")
    }
    return judged(ended.result, ended.end)
  }

  private func sighting(
    _ process: RunningProcess, since beginning: ContinuousClock.Instant, _ context: CaseContext
  ) async throws -> Sighting {
    // From here on it is the exporter that keeps the case waiting.
    context.enter(.watching)
    let readiness = await Readiness.awaited(process, port: stage.port, server: stage.server)
    var sighting = Sighting(readiness: readiness, transcript: process.transcript)
    guard readiness == .listening else {
      if readiness == .ended { await process.awaitLastWords() }
      if readiness == .silent { sighting.ports = ListeningPorts.of(stage.processes.all) }
      return sighting
    }
    if let clock = stage.wallClock, !process.hasEnded, !clock.isSeen(by: stage.processes.all) {
      throw EarlyVerdict(.blocked("the exporter does not load libfaketime: it may be linked statically"))
    }
    var session = Session(stage, process.transcript, since: beginning)
    for (number, step) in steps.enumerated() {
      let findings = try await session.perform(step, number: number + 1)
      sighting.findings += findings
      sighting.exhibits += session.exhibits(about: findings, number: number + 1)
      context.keep(session.evidence)
      session.evidence = Evidence()
      if session.isOver { break }
    }
    // An exporter that dies does so at its last answer, and is gone a moment later.
    if session.isOver { await Waiting.until(within: .seconds(1)) { process.hasEnded } }
    sighting.endedByItself = process.hasEnded
    if sighting.endedByItself { await process.awaitLastWords() }
    return sighting
  }

  private func judged(_ sighting: Sighting, _ end: ExporterEnd) -> CaseOutcome {
    let words = sighting.transcript.lastLines(8, redactedBy: stage.check.redactor)
    let hint = words.isEmpty ? "it printed nothing" : "its last words: \(words.joined(separator: "\n"))"
    if sighting.readiness == .ended, end.neverStarted {
      return .setupFailed("the exporter's command does not start: \(words.joined(separator: " "))")
    }
    var findings = sighting.findings
    if let death = death(sighting, end) {
      findings.append(death)
      findings[findings.count - 1].hint = hint
    }
    let exhibits =
      findings.isEmpty ? [] : sighting.exhibits + stage.startExhibits(sighting.transcript)
    // What could not be measured is not judged, unless something else is wrong.
    let isMeasured = !findings.contains { $0.weight == .obstacle }
    let outcome = CaseOutcome.judged(by: findings.map(redacted), evidence: Evidence(exhibits: exhibits))
    return isMeasured
      ? outcome : CaseOutcome(.blocked, findings: outcome.findings, evidence: outcome.evidence)
  }

  private func death(_ sighting: Sighting, _ end: ExporterEnd) -> Finding? {
    switch sighting.readiness {
    case .ended:
      Finding(
        "the exporter ended before it listened", expected: "it listens", actual: "it \(end)",
        at: "at its start")
    case .silent:
      Finding(
        "the exporter never listened",
        expected:
          "a connection to 127.0.0.1:\(stage.port), the BIND_IP and PORT of its environment, within 15 s",
        actual: sighting.ports.isEmpty
          ? "none was taken; it listens nowhere"
          : "none was taken; it listens on \(sighting.ports.map(String.init).joined(separator: ", "))",
        at: "at its start")
    case .listening where sighting.endedByItself:
      Finding("the exporter ended during the case", expected: "it goes on", actual: "it \(end)")
    case .listening: nil
    }
  }

  private func redacted(_ finding: Finding) -> Finding {
    let redactor = stage.check.redactor
    var finding = finding
    finding.expected = finding.expected.map(redactor.redacted)
    finding.actual = finding.actual.map(redactor.redacted)
    finding.hint = finding.hint.map(redactor.redacted)
    return finding
  }
}
