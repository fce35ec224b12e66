@testable import LoadEngine

/// Plays a dispatcher against a scripted server in virtual time: nothing sleeps, every number can be predicted.
struct VirtualRun {
  /// What the server does with a request.
  enum Reply {
    /// Answers after so many nanoseconds; a failure says what is wrong with the answer.
    case answer(after: Int64, FailureKind? = nil)
    /// Ends without an answer after so many nanoseconds.
    case fail(after: Int64, FailureKind)
    /// Takes so long until the bytes can go out, and so long from there to the answer.
    case connect(Int64, thenAnswerAfter: Int64)
    case never
  }

  private enum Happening { case departed, answered(FailureKind?), failed(FailureKind) }

  var dispatcher: Dispatcher
  /// What was sent: when and on which slot.
  private(set) var sent: [(at: Int64, slot: Int)] = []
  private(set) var abandoned: [(at: Int64, slot: Int)] = []
  private let script: (_ at: Int64, _ call: Int) -> Reply
  private var pending: [(at: Int64, slot: Int, what: Happening)] = []

  init(
    _ plan: LoadPlan, _ limits: DispatchLimits, weights: [Double] = [1],
    script: @escaping (Int64, Int) -> Reply
  ) {
    dispatcher = Dispatcher(
      plan: plan, choice: CallChoice(weights: weights, seed: 1), callCount: weights.count, limits: limits)
    self.script = script
  }

  /// Goes from one happening to the next until all is over or the time has come.
  mutating func play(until end: Int64 = .max) -> RunRecord {
    var now: Int64 = 0
    while true {
      while let action = dispatcher.action(at: now) { perform(action, at: now) }
      guard !dispatcher.isFinished else { break }
      let next = min(dispatcher.wake(after: now) ?? .max, pending.map(\.at).min() ?? .max)
      precondition(next < .max && next >= now, "nothing will happen after \(now), yet the run isn't finished")
      guard next < end else {
        dispatcher.stop(at: end)
        break
      }
      now = next
      deliver(at: now)
    }
    return dispatcher.record
  }

  private mutating func perform(_ action: Dispatcher.Action, at now: Int64) {
    switch action {
    case .abandon(let slot):
      abandoned.append((now, slot))
      pending.removeAll { $0.slot == slot }
    case .send(let call, let slot):
      precondition(!pending.contains { $0.slot == slot }, "two requests in flight on slot \(slot)")
      sent.append((now, slot))
      switch script(now, call) {
      case .answer(let time, let failure): pending.append((now + time, slot, .answered(failure)))
      case .fail(let time, let failure): pending.append((now + time, slot, .failed(failure)))
      case .connect(let time, let answer):
        pending.append((now + time, slot, .departed))
        pending.append((now + time + answer, slot, .answered(nil)))
      case .never: break
      }
    }
  }

  private mutating func deliver(at now: Int64) {
    let due = pending.filter { $0.at == now }
    pending.removeAll { $0.at == now }
    for (at, slot, what) in due {
      switch what {
      case .departed: dispatcher.departed(slot: slot, at: at)
      case .answered(let failure): dispatcher.answered(slot: slot, failure: failure, at: at)
      case .failed(let failure): dispatcher.failed(slot: slot, failure, at: at)
      }
    }
  }
}

let millisecond: Int64 = 1_000_000
