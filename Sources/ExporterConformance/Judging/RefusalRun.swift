import ConformanceKit

/// A case whose exporter must refuse its settings.
struct RefusalRun: Sendable {
  private let refusal: ConformanceCase.Refusal
  private let stage: Stage

  /// How long an exporter may take to notice that its settings are wrong.
  private static let limit = Duration.seconds(10)

  init(_ refusal: ConformanceCase.Refusal, on stage: Stage) {
    self.refusal = refusal
    self.stage = stage
  }

  private enum Seen: Sendable {
    case ended
    case listened
    case neither
  }

  func outcome(_ context: CaseContext) async throws -> CaseOutcome {
    context.enter(.watching)
    let port = stage.port
    let ended = try await stage.process.whileRunning { process in
      (await Self.seen(process, port: port), process.transcript)
    }
    context.enter(.judging)
    let words = ended.result.1.lastLines(5, redactedBy: stage.check.redactor)
    if ended.end.neverStarted {
      return .setupFailed("the exporter's command does not start: \(words.joined(separator: " "))")
    }
    var findings = findings(ended.result.0, ended.end, words)
    if findings.isEmpty, let found = try await refusesEverything() { findings.append(found) }
    let exhibits = findings.isEmpty ? [] : stage.startExhibits(ended.result.1)
    return .judged(by: findings, evidence: Evidence(exhibits: exhibits))
  }

  /// Who never starts has not looked at the setting: the same exporter must start when the setting is right.
  private func refusesEverything() async throws -> Finding? {
    guard !stage.check.conformanceCase.settings.isEmpty else { return nil }
    let port = stage.port
    let ended = try await stage.processWithoutSettings.whileRunning { process in
      (await Self.seen(process, port: port), process.transcript)
    }
    guard ended.result.0 != .listened else { return nil }
    let words = ended.result.1.lastLines(5, redactedBy: stage.check.redactor)
    return finding(
      "the exporter refuses the right settings too, so that this refusal says nothing",
      "it listens when all settings are right",
      ended.result.0 == .ended ? "it \(ended.end)" : "it does not listen", words)
  }

  private static func seen(_ process: RunningProcess, port: Int) async -> Seen {
    var listened = false
    let ended = await Waiting.until(within: limit) {
      if !process.hasEnded { listened = await LoopbackPort.isListening(port) }
      return listened || process.hasEnded
    }
    if ended, !listened { await process.awaitLastWords() }
    return listened ? .listened : ended ? .ended : .neither
  }

  private func findings(_ seen: Seen, _ end: ExporterEnd, _ words: [String]) -> [Finding] {
    switch seen {
    case .listened:
      return [
        finding(
          "the exporter starts in spite of its settings", "an end without listening", "it listens", words)
      ]
    case .neither:
      return [
        finding("the exporter does not end", "an end within 10 s", "it runs and does not listen", words)
      ]
    case .ended:
      return status(end, words) + naming(words)
    }
  }

  private func status(_ end: ExporterEnd, _ words: [String]) -> [Finding] {
    switch (end, refusal.status) {
    case (.exited(let status), nil) where status != 0: []
    case (.exited(let status), let wanted?) where Int(status) == wanted: []
    default:
      [
        finding(
          "the exporter's status is wrong", refusal.status.map { "\($0)" } ?? "any but 0", "it \(end)", words)
      ]
    }
  }

  private func naming(_ words: [String]) -> [Finding] {
    guard let name = refusal.naming, !words.contains(where: { $0.contains(name) }) else { return [] }
    return [
      finding("the exporter does not say which setting is wrong", name, words.joined(separator: "\n"), [])
    ]
  }

  private func finding(_ what: String, _ expected: String, _ actual: String, _ words: [String]) -> Finding {
    var finding = Finding(
      what, expected: expected, actual: actual.isEmpty ? "nothing" : actual, at: "at its start")
    if !words.isEmpty { finding.hint = "its last words: \(words.joined(separator: "\n"))" }
    return finding
  }
}
