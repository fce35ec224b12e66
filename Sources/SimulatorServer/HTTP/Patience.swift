import NIOCore

/// How long a connection may keep the server waiting for a request: for its head, and then for its body.
///
/// Counted from the moment when nothing was due any more, so that a client that sends a byte a second gains nothing.
/// One timer a connection, set anew only when it fires: a request costs a reading of the clock.
struct Patience {
  /// What to do when the timer fires.
  enum Verdict: Equatable {
    case close
    case lookAgain(in: TimeAmount)
  }

  private let limit: TimeAmount
  private var since: NIODeadline

  init(_ limit: Duration, now: NIODeadline) {
    self.limit = TimeAmount(limit)
    since = now
  }

  /// The time until the first look.
  var firstLook: TimeAmount { limit }

  /// Begins to count anew: a head has come, or an answer is through.
  mutating func restart(now: NIODeadline) { since = now }

  /// What the timer finds; a connection on which an answer is due has all the time it needs.
  func verdict(isAnswerDue: Bool, now: NIODeadline) -> Verdict {
    if isAnswerDue { return .lookAgain(in: limit) }
    let left = since + limit - now
    return left <= .zero ? .close : .lookAgain(in: left)
  }
}
