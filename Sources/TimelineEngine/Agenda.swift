import Determinism
import HeapModule

/// A queue of moments to come, earliest first; first scheduled first among equals.
///
/// Payloads should be small and free of references: every step moves a dozen of them.
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
    schedule(payload, at: instant, turn: reserveTurns(1))
  }

  /// Schedules in a turn that was reserved before, and so ahead of what was scheduled since for the same moment.
  mutating func schedule(_ payload: Payload, at instant: SimulatedInstant, turn: Int) {
    heap.insert(Scheduled(instant: instant, order: turn, payload: payload))
  }

  /// Sets turns aside for a list of which only the next entry stands here; the first of them.
  mutating func reserveTurns(_ count: Int) -> Int {
    defer { scheduled += count }
    return scheduled
  }

  mutating func popNext() -> Scheduled<Payload>? { heap.popMin() }
}
