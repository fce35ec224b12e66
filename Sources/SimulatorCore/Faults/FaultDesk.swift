import BBBAPI
import Determinism
import Scenarios

/// Decides which requests meet a fault; counts what each rule has met.
struct FaultDesk: Sendable {
  private(set) var rules: [(rule: FaultRule, met: Int)]
  private let starts: SimulatedInstant
  private let stream: StreamKey

  init(rules: [FaultRule], starts: SimulatedInstant, seed: UInt64) {
    self.rules = rules.map { ($0, 0) }
    self.starts = starts
    stream = StreamKey(seed: seed).child("faults")
  }

  /// Every latency that applies adds up; of other effects the first rule's counts.
  mutating func decide(on call: APICall?, at instant: SimulatedInstant) -> FaultDecision {
    var decision = FaultDecision()
    for index in rules.indices where rules[index].rule.concerns(call, at: starts.duration(to: instant)) {
      rules[index].met += 1
      var random = stream.child(index).child(rules[index].met).stream
      guard rules[index].rule.strikes(request: rules[index].met, &random) else { continue }
      decision.add(rules[index].rule.effect, &random)
    }
    return decision
  }
}

extension FaultRule {
  fileprivate func concerns(_ call: APICall?, at offset: Duration) -> Bool {
    guard calls.isEmpty || call.map(calls.contains) ?? false else { return false }
    return offset >= from ?? .zero && to.map { offset < $0 } ?? true
  }

  /// Whether the rule strikes the `request`-th request that it meets, from 1.
  fileprivate func strikes(request: Int, _ random: inout RandomStream) -> Bool {
    guard request <= first ?? .max, request.isMultiple(of: every ?? 1) else { return false }
    return random.nextBool(chance: chance)
  }
}
