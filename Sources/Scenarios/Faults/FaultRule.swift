public import BBBAPI

/// Something that goes wrong on the wire, and when.
public struct FaultRule: Sendable, Equatable {
  /// The calls it befalls; empty means every call.
  public var calls: Set<APICall>
  /// The recordings it befalls requests for; empty means any request.
  ///
  /// A request that names several states is befallen when one of them is meant.
  public var states: Set<RecordingState>
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

  /// Makes a rule that befalls every request.
  public init(effect: Effect) {
    self.effect = effect
    calls = []
    states = []
    from = nil
    to = nil
    first = nil
    every = nil
    chance = 1
  }
}
