import BBBClient

/// Checks servers side by side, so that ten broken ones take no longer than the slowest.
struct CheckRound: Sendable {
  let targets: [CheckTarget]
  let terms: CheckTerms

  /// The verdicts in the order of the targets.
  func verdicts() async throws -> [CheckVerdict] {
    try await withThrowingTaskGroup(of: (Int, CheckVerdict).self) { group in
      for (index, target) in targets.enumerated() {
        group.addTask { (index, try await verdict(on: target)) }
      }
      var verdicts: [Int: CheckVerdict] = [:]
      for try await (index, verdict) in group { verdicts[index] = verdict }
      return targets.indices.compactMap { verdicts[$0] }
    }
  }

  private func verdict(on target: CheckTarget) async throws -> CheckVerdict {
    let exchange = try LiveExchange(trust: target.server.trust)
    let verdict = await ServerCheck(target, terms: terms, exchange: exchange).verdict()
    try await exchange.shutdown()
    return verdict
  }
}
