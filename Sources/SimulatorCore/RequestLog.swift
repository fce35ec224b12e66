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
  /// Whether a fault rule touched it.
  public let isFaulty: Bool
  /// Why the checksum was refused; nil when it was not, or when nobody looked into it.
  public internal(set) var diagnosis: ChecksumDiagnosis?
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
    route: Route, method: String, answer: Answer, decision: FaultDecision, at instant: SimulatedInstant
  ) {
    exchanges.append(
      Exchange(
        sequence: count, instant: instant, method: method, call: route.call, messageKey: answer.messageKey,
        isFaulty: decision.isFault))
    count += 1
    tally.count(route.call, answer, isFaulty: decision.isFault)
    // Half at a time, so that forgetting costs little a request.
    if exchanges.count > Self.capacity { exchanges.removeFirst(Self.capacity / 2) }
  }
}
