import BBBAPI
import BBBClient
import BBBReading

/// What a check goes by besides the server.
struct CheckTerms: Sendable {
  /// The time for all steps of a server together.
  var timeout: Duration
  /// The time that a scrape has.
  var allowance: Duration
  var clock = ScrapeClock.continuous
}

/// Tries one server as the exporter would, layer by layer, and names the first thing that is wrong.
struct ServerCheck: Sendable {
  let target: CheckTarget
  let terms: CheckTerms
  let exchange: any HTTPExchange
  let patience: Patience

  init(_ target: CheckTarget, terms: CheckTerms, exchange: any HTTPExchange) {
    self.target = target
    self.terms = terms
    self.exchange = exchange
    patience = Patience(terms.timeout, clock: terms.clock)
  }

  var endpoint: Endpoint { Endpoint(target.server.base) }
  var base: APIBase { target.server.base }

  func verdict() async -> CheckVerdict {
    let findings = await findings()
    return CheckVerdict(
      name: target.name, findings: target.isFromTargetsFile ? findings.map(\.inKeysOfTarget) : findings)
  }

  private func findings() async -> [CheckFinding] {
    if let finding = await connection() { return [finding] }
    guard base.isSecure else { return await call(chain: nil) }
    switch await handshake() {
    case .shown(let chain): return await call(chain: chain)
    case .none(let finding): return [finding]
    }
  }

  /// A few seconds: who is there accepts at once, who is not must leave time for saying so.
  private func connection() async -> CheckFinding? {
    let limit = min(.seconds(10), patience.left)
    let endpoint = endpoint
    let finding = await patience.value(atMost: limit) { await Connecting.failure(to: endpoint) }
    return finding ?? .connectTimeout(endpoint, after: limit)
  }

  private func call(chain: CertificateChain?) async -> [CheckFinding] {
    let call = call
    let (answer, time) = await patience.timed { await patience.value { await call.answer() } }
    switch answer {
    case nil: return [.late(after: terms.timeout)]
    case .failure(let failure)?: return await findings(of: failure, chain: chain)
    case .success(let answer)?:
      if let finding = await finding(about: answer) { return [finding] }
      return await warnings(about: answer, after: time, chain: chain) + [running(answer, after: time)]
    }
  }

  private func running(_ answer: CheckAnswer, after time: Duration) -> CheckFinding {
    guard case .success(let reading) = answer.reading else {
      preconditionFailure("success without a reading")
    }
    return .running(reading.meetings, after: time)
  }

  private func warnings(
    about answer: CheckAnswer, after time: Duration, chain: CertificateChain?
  ) async -> [CheckFinding] {
    var warnings: [CheckFinding] = []
    if time > terms.allowance { warnings.append(.slow(time, allowance: terms.allowance)) }
    if let skew = answer.clockSkew, abs(skew) > 60 { warnings.append(.clockSkew(skew)) }
    if let expiry = chain?.expiry(now: terms.clock.date) { warnings.append(expiry) }
    if target.needsRecordings, let failure = await recordingsFailure() {
      warnings.append(.noRecordings(failure))
    }
    return warnings
  }

  private func recordingsFailure() async -> String? {
    let call = call
    return await patience.value { await call.recordingsFailure() } ?? "no complete answer in time"
  }

  /// The call as the exporter makes it.
  var call: CheckCall {
    CheckCall(
      base: base, secret: target.server.secret, algorithm: target.server.algorithm, exchange: exchange,
      clock: terms.clock)
  }
}
