import Determinism
import Scenarios

/// What the faults make of one request.
struct FaultDecision: Sendable {
  private(set) var delay = Duration.zero
  private(set) var effect: FaultRule.Effect?
  /// Where an effect takes its random bytes from.
  private var random: RandomStream?

  /// A day in milliseconds: no caller waits longer, and the tail of a skewed shape has no end.
  private static let longestDelay = 86_400_000.0

  /// What struck, by the key of its effect; nil when nothing did.
  var name: String? { effect?.name ?? (delay > .zero ? "latency" : nil) }

  /// Whether any rule struck.
  var isFault: Bool { delay > .zero || effect != nil }

  /// How old the world is that answers; nil when it is the present one.
  var age: Duration? {
    if case .stale(let age) = effect { age } else { nil }
  }

  mutating func add(_ effect: FaultRule.Effect, _ random: inout RandomStream) {
    if case .latency(let distribution) = effect {
      let milliseconds = min(max(0, distribution.seconds.sample(&random) * 1000), Self.longestDelay)
      delay = min(
        delay + .milliseconds(Int64(milliseconds.rounded())), .milliseconds(Int64(Self.longestDelay)))
    } else if self.effect == nil {
      self.effect = effect
      self.random = random
    }
  }

  /// The answer that stands in for the right one, for faults in front of which the API is never asked.
  var replacement: Answer? {
    switch effect {
    case .status(let status, _): .page(status: status)
    case .html: .page(status: 200)
    case .failed(let failure): .failed(failure)
    case .reset, .close, .hang, .endless, .garbage, .hostile: .page(status: 200)
    default: nil
    }
  }
}

extension FaultDecision {
  /// The reply as the faults leave it.
  func applied(to reply: APIReply) -> APIReply {
    guard isFault else { return reply }
    var reply = reply
    reply.delay = delay
    reply.delivery = delivery
    changeHead(of: &reply)
    changeBody(of: &reply)
    return reply
  }

  private var delivery: APIReply.Delivery {
    switch effect {
    case .reset: .reset
    case .close: .closed
    case .hang: .never
    case .truncated(let bytes, let isChunked): .truncated(bytes: bytes, isChunked: isChunked)
    case .dripped(let bytes, let interval): .dripped(bytes: bytes, every: interval)
    case .slowHead(let interval): .slowHead(every: interval)
    case .contentLength(let length): .misstated(length: length)
    case .duplicated: .duplicated
    case .endless: .endless
    default: .whole
    }
  }

  private func changeHead(of reply: inout APIReply) {
    switch effect {
    case .status(_, let wait?):
      reply.headers.append(.init(name: "Retry-After", value: String(wait.components.seconds)))
    case .contentType(let type):
      reply.headers.removeAll { $0.name == APIReply.Header.xml.name }
      reply.headers.insert(.init(name: APIReply.Header.xml.name, value: type), at: 0)
    case .garbage, .hostile, .endless:
      reply.headers = [.xml, .noCache]
    default: break
    }
  }

  private func changeBody(of reply: inout APIReply) {
    switch effect {
    case .empty: reply.body = []
    case .garbage(let bytes): reply.body = randomBytes(bytes)
    case .malformed(let damage): damage.befall(&reply.body)
    case .edit(let edits): for edit in edits { edit.befall(&reply.body) }
    case .hostile(let trap): reply.body = trap.document
    case .endless: reply.body = EndlessMeetings.beginning
    default: break
    }
  }

  private func randomBytes(_ count: Int) -> [UInt8] {
    guard var random else { return [] }
    return (0..<count).map { _ in UInt8(truncatingIfNeeded: random.nextBits()) }
  }
}
