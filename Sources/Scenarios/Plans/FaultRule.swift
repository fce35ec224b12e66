public import BBBAPI

/// Something that goes wrong on the wire, and when.
public struct FaultRule: Sendable, Equatable {
  /// The calls it befalls; empty means every call.
  public var calls: Set<APICall>
  /// From this offset after the day began; nil means from the start.
  public var from: Duration?
  /// Up to, but not at, this offset; nil means for ever.
  public var to: Duration?
  /// Only the first so many requests that this rule meets.
  public var first: Int?
  /// Only every so-manieth request that this rule meets.
  public var every: Int?
  /// The share of requests that it befalls, from 0 to 1, by the seed.
  public var chance: Double
  /// What happens to the request.
  public var effect: Effect

  /// What a faulty server does with a request.
  public enum Effect: Sendable, Equatable {
    /// Answers rightly, but this much later.
    case latency(DurationDistribution)
    /// Answers with this status and an HTML page, as nginx does.
    case status(Int)
    /// Closes the connection without an answer.
    case reset
    /// Takes the request and never answers.
    case hang
    /// Answers 200 with nothing in the body.
    case empty
    /// Answers with the first so many bytes of the right body, then closes.
    case truncated(bytes: Int)
    /// Answers 200 with an HTML page.
    case html
    /// Answers `FAILED` with this key and message.
    case failed(APIFailure)
  }

  /// Makes a rule that befalls every request.
  public init(effect: Effect) {
    self.effect = effect
    calls = []
    from = nil
    to = nil
    first = nil
    every = nil
    chance = 1
  }
}
