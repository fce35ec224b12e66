/// Decides what to send when, and measures: the open model as a value that touches neither clock nor socket.
///
/// Who holds it tells it the time and what came back, and does the actions it returns. Times are nanoseconds from the
/// start of the run. Each slot is a place for one connection with at most one request in flight. A request that finds
/// no free slot is not forgotten: it leaves as soon as one is free, its latency counted from its instant all the
/// while, until the limit of patience, behind which it is dropped. Because instants only rise, those that wait are
/// simply the plan's requests from ``next`` to the last one due: no queue is needed.
struct Dispatcher: Sendable {
  /// What is to be done.
  enum Action: Equatable {
    /// Send a request of this call on this slot, over a new connection where the slot has none.
    case send(call: Int, slot: Int)
    /// Close the connection of this slot: its answer is too late.
    case abandon(slot: Int)
  }

  private struct Flight: Sendable {
    let call: Int
    let planned: Int64
    var sent: Int64
    let deadline: Int64
  }

  private let plan: LoadPlan
  private let choice: CallChoice
  private let patience: Int64
  private let timeout: Int64
  private var cursor: InstantCursor
  private var next = 0
  private var nextInstant: Int64
  private var flights: [Flight?]
  // Last in, first out: a plan that needs two connections opens two.
  private var idle: [Int]
  private var sweepAt: Int64 = .max
  /// What was measured so far.
  private(set) var record: RunRecord

  init(plan: LoadPlan, choice: CallChoice, callCount: Int, limits: DispatchLimits) {
    self.plan = plan
    self.choice = choice
    patience = limits.patience.wholeNanoseconds
    timeout = limits.timeout.wholeNanoseconds
    cursor = plan.cursor
    nextInstant = plan.count > 0 ? cursor.nanoseconds(of: 0) : .max
    flights = Array(repeating: nil, count: limits.connections)
    idle = (0..<limits.connections).reversed()
    record = RunRecord(callCount: callCount)
  }

  /// Whether every request of the plan was sent or dropped and has its outcome.
  var isFinished: Bool { nextInstant == .max && idle.count == flights.count }

  /// The next thing to do at this time; nil when there is nothing until ``wake``.
  mutating func action(at now: Int64) -> Action? {
    if now >= sweepAt, let slot = expiredSlot(at: now) { return .abandon(slot: slot) }
    while nextInstant <= now {
      if now - nextInstant > patience {
        record.drop(call: choice.call(of: plan.number(of: next)))
        advance()
      } else if let slot = idle.popLast() {
        return send(on: slot, at: now)
      } else {
        return nil
      }
    }
    return nil
  }

  /// When ``action(at:)`` may have something to do again if nothing comes back before; nil when never.
  func wake(after now: Int64) -> Int64? {
    let due = nextInstant > now ? nextInstant : nextInstant + patience + 1
    let earliest = min(sweepAt, due)
    return earliest == .max ? nil : earliest
  }

  private mutating func send(on slot: Int, at now: Int64) -> Action {
    let call = choice.call(of: plan.number(of: next))
    flights[slot] = Flight(call: call, planned: nextInstant, sent: now, deadline: now + timeout)
    sweepAt = min(sweepAt, now + timeout)
    record.send(call: call)
    advance()
    return .send(call: call, slot: slot)
  }

  private mutating func advance() {
    next += 1
    nextInstant = next < plan.count ? cursor.nanoseconds(of: next) : .max
  }
}

extension Dispatcher {
  /// A request's bytes went out at this time, later than its action because a connection had to be made.
  mutating func departed(slot: Int, at now: Int64) {
    flights[slot]?.sent = now
  }

  /// A whole answer came; `failure` says what was wrong with it.
  mutating func answered(slot: Int, failure: FailureKind? = nil, at now: Int64) {
    guard let flight = land(slot) else { return }
    record.answer(
      call: flight.call, latency: now - flight.planned, serviceTime: now - flight.sent, failure: failure,
      at: now)
  }

  /// No whole answer will come.
  mutating func failed(slot: Int, _ failure: FailureKind, at now: Int64) {
    guard let flight = land(slot) else { return }
    record.fail(call: flight.call, failure, at: now)
  }

  /// Nothing more will be sent: counts what was due and still waits for a connection.
  mutating func stop(at now: Int64) {
    while nextInstant <= now {
      record.leaveWaiting(call: choice.call(of: plan.number(of: next)))
      advance()
    }
    (nextInstant, sweepAt) = (.max, .max)
  }

  private mutating func land(_ slot: Int) -> Flight? {
    guard let flight = flights[slot] else { return nil }
    flights[slot] = nil
    idle.append(slot)
    return flight
  }

  /// A slot whose answer is overdue; without one, sets the time of the next look.
  ///
  /// All answers have the same time, so none that leaves later is overdue before those in flight now: looking again
  /// at the earliest of their deadlines misses nothing, and looks about once in that time.
  private mutating func expiredSlot(at now: Int64) -> Int? {
    sweepAt = .max
    for slot in flights.indices {
      guard let flight = flights[slot] else { continue }
      guard flight.deadline > now else {
        (flights[slot], sweepAt) = (nil, now)
        idle.append(slot)
        // The time waited is a lower bound of the latency; to leave it out would flatter the quantiles.
        record.answer(
          call: flight.call, latency: now - flight.planned, serviceTime: now - flight.sent, failure: .timeout,
          at: now)
        return slot
      }
      sweepAt = min(sweepAt, flight.deadline)
    }
    return nil
  }
}
