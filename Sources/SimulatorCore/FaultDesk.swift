import BBBAPI
import Determinism
import Scenarios

/// Decides which requests meet a fault; counts what each rule has met.
struct FaultDesk: Sendable {
  private var rules: [(rule: FaultRule, met: Int)]
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

/// What the faults make of one request.
struct FaultDecision: Sendable {
  private(set) var delay = Duration.zero
  private(set) var effect: FaultRule.Effect?

  /// A day in milliseconds: no caller waits longer, and the tail of a skewed shape has no end.
  private static let longestDelay = 86_400_000.0

  /// Whether any rule struck.
  var isFault: Bool { delay > .zero || effect != nil }

  mutating func add(_ effect: FaultRule.Effect, _ random: inout RandomStream) {
    if case .latency(let distribution) = effect {
      let milliseconds = min(max(0, distribution.seconds.sample(&random) * 1000), Self.longestDelay)
      delay = min(
        delay + .milliseconds(Int64(milliseconds.rounded())), .milliseconds(Int64(Self.longestDelay)))
    } else if self.effect == nil {
      self.effect = effect
    }
  }

  /// The answer that stands in for the right one, for faults in front of which the API is never asked.
  var replacement: Answer? {
    switch effect {
    case .status(let status): .page(status: status)
    case .html: .page(status: 200)
    case .failed(let failure): .failed(failure)
    case .reset, .hang: .page(status: 502)
    case .latency, .empty, .truncated, nil: nil
    }
  }

  /// The reply as the faults leave it.
  func applied(to reply: APIReply) -> APIReply {
    var reply = reply
    reply.delay = delay
    switch effect {
    case .empty: reply.body = []
    case .truncated(let bytes): reply.delivery = .truncated(bytes: bytes)
    case .reset: reply.delivery = .reset
    case .hang: reply.delivery = .never
    case .latency, .status, .html, .failed, nil: break
    }
    return reply
  }
}
