import BBBAPI
import Determinism
public import Scenarios

/// Decides which requests meet a fault; counts what each rule has met.
public struct FaultDesk: Sendable {
  /// A rule and what became of it.
  public struct Entry: Sendable, Equatable {
    /// The rule.
    public let rule: FaultRule
    /// How many requests it was about.
    public internal(set) var met = 0
    /// How many of them it struck.
    public internal(set) var struck = 0
  }

  /// The rules in their order.
  private(set) var entries: [Entry]
  private let starts: SimulatedInstant
  private let stream: StreamKey

  init(rules: [FaultRule], starts: SimulatedInstant, seed: UInt64) {
    entries = rules.map { Entry(rule: $0) }
    self.starts = starts
    stream = StreamKey(seed: seed).child("faults")
  }

  /// Every latency that applies adds up; of other effects the first rule's counts.
  mutating func decide(on call: APICall?, _ request: APIRequest, at instant: SimulatedInstant)
    -> FaultDecision
  {
    var decision = FaultDecision()
    for index in entries.indices
    where entries[index].rule.concerns(call, at: starts.duration(to: instant))
      && entries[index].rule.concernsStates(of: request)
    {
      entries[index].met += 1
      var random = stream.child(index).child(entries[index].met).stream
      guard entries[index].rule.strikes(request: entries[index].met, &random) else { continue }
      entries[index].struck += 1
      decision.add(entries[index].rule.effect, &random)
    }
    return decision
  }
}

extension FaultRule {
  fileprivate func concerns(_ call: APICall?, at offset: Duration) -> Bool {
    guard calls.isEmpty || call.map(calls.contains) ?? false else { return false }
    return offset >= from ?? .zero && to.map { offset < $0 } ?? true
  }

  /// Whether the request is for recordings that the rule means.
  fileprivate func concernsStates(of request: APIRequest) -> Bool {
    guard !states.isEmpty else { return true }
    let named = request.parameters.list("state") ?? []
    return named.contains { RecordingState(rawValue: $0).map(states.contains) ?? false }
  }

  /// Whether the rule strikes the `request`-th request that it meets, from 1.
  fileprivate func strikes(request: Int, _ random: inout RandomStream) -> Bool {
    guard request <= first ?? .max, request.isMultiple(of: every ?? 1) else { return false }
    return random.nextBool(chance: chance)
  }
}
