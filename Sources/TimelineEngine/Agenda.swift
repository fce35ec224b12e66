import Determinism
import HeapModule

/// A queue of moments to come, earliest first; first scheduled first among equals.
struct Agenda<Payload: Sendable>: Sendable {
  private var heap = Heap<Scheduled<Payload>>()
  private var scheduled = 0

  /// The moment of the next entry; nil when nothing is to come.
  var next: SimulatedInstant? { heap.min?.instant }

  /// The number of entries.
  var count: Int { heap.count }

  /// What is still to come, in order.
  var entries: [Scheduled<Payload>] { heap.unordered.sorted() }

  mutating func schedule(_ payload: Payload, at instant: SimulatedInstant) {
    heap.insert(Scheduled(instant: instant, order: scheduled, payload: payload))
    scheduled += 1
  }

  mutating func popNext() -> Scheduled<Payload>? { heap.popMin() }
}
