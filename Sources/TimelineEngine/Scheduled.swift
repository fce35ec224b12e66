import Determinism

/// Something with a moment, and a number that orders what falls on the same moment.
struct Scheduled<Payload: Sendable>: Sendable, Comparable {
  var instant: SimulatedInstant
  /// Given out in the order of scheduling, so that equal moments keep that order on any machine.
  var order: Int
  var payload: Payload

  static func < (lhs: Scheduled, rhs: Scheduled) -> Bool {
    (lhs.instant, lhs.order) < (rhs.instant, rhs.order)
  }

  static func == (lhs: Scheduled, rhs: Scheduled) -> Bool {
    lhs.instant == rhs.instant && lhs.order == rhs.order
  }
}
