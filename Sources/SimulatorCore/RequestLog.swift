public import BBBAPI
public import Determinism

/// A request that was answered: what was called and how it went, nothing of what was in it.
public struct Exchange: Sendable, Equatable, Codable {
  /// The number of the request, from 0 for the server's first.
  public let sequence: Int
  /// When it was answered, on the simulated clock.
  public let instant: SimulatedInstant
  /// The HTTP method.
  public let method: String
  /// The call; nil for a path that is none.
  public let call: APICall?
  /// The key of a `FAILED` answer.
  public let messageKey: String?
  /// The HTTP status that was decided on, whatever a fault made of the sending.
  public let status: Int
  /// What a fault rule did to it, by the rule's key such as `latency`; nil when none struck.
  public let fault: String?
  /// Whether a fault rule touched it.
  public var isFaulty: Bool { fault != nil }
  /// The names of its parameters, in order, each once: `meta_*` for all metadata, `*` for what is none of the API's.
  public internal(set) var parameterNames: [String] = []
  /// The values of `state`, `limit` and `offset`, which say nothing about anybody.
  public internal(set) var values: [String: String] = [:]

  /// Why the checksum was refused; nil when it was not, or when nobody looked into it.
  public internal(set) var diagnosis: ChecksumDiagnosis?

  /// Which recordings `getRecordings` was asked for; nil when it did not say.
  public var state: String? { values["state"] }
}

/// The latest requests, oldest first.
struct RequestLog: Sendable {
  /// Enough for a day's scrapes; older requests are forgotten so that memory stays bounded.
  static let capacity = 10_000

  private(set) var exchanges: [Exchange] = []
  private(set) var count = 0
  private(set) var tally = RequestTally()

  /// Adds what was found about a request after it was answered; too late when it is forgotten already.
  mutating func note(_ diagnosis: ChecksumDiagnosis, of sequence: Int) {
    guard let first = exchanges.first?.sequence, exchanges.indices.contains(sequence - first) else { return }
    exchanges[sequence - first].diagnosis = diagnosis
  }

  mutating func append(
    route: Route, request: APIRequest, answer: Answer, decision: FaultDecision, at instant: SimulatedInstant
  ) {
    var exchange = Exchange(
      sequence: count, instant: instant, method: request.method, call: route.call,
      messageKey: answer.messageKey, status: answer.status, fault: decision.name)
    exchange.note(request)
    exchanges.append(exchange)
    count += 1
    tally.count(route.call, answer, isFaulty: decision.isFault)
    // Half at a time, so that forgetting costs little a request.
    if exchanges.count > Self.capacity { exchanges.removeFirst(Self.capacity / 2) }
  }

  /// Forgets the requests so far; their numbers go on.
  mutating func forget() { exchanges = [] }
}

extension Exchange {
  /// So many parameters are looked at: whoever sends more is no client of BBB's.
  private static let mostParameters = 64

  fileprivate mutating func note(_ request: APIRequest) {
    // A poller of getMeetings sends its checksum alone, and need not wait for it to be decoded.
    if request.body.isEmpty, !request.query.text.utf8.contains(UInt8(ascii: "&")),
      request.query.text.hasPrefix("checksum=")
    {
      return
    }
    for pair in request.parameters.pairs.prefix(Self.mostParameters) where pair.key != "checksum" {
      let name = ParameterNames.logged(pair.key)
      guard !parameterNames.contains(name) else { continue }
      parameterNames.append(name)
      values[name] = ParameterNames.logged(pair.value, of: name)
    }
  }
}
