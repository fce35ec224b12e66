import Determinism
import SimulatorCore
import Synchronization
import TimelineEngine

/// The callbacks of one server: what waits, what is on its way, what became of the rest.
final class CallbackDesk: Sendable {
  private let queue = Mutex(CallbackQueue(policy: .loopbackOnly))
  private let listener = Mutex<Listener?>(nil)

  /// Hears of what happens at a server from now on, if it does not yet; callbacks go where the policy allows.
  func begin(_ policy: CallbackPolicy, at simulator: Simulator) -> Listener {
    queue.withLock { queue in
      queue.policy = policy
      queue.setOpen(true)
    }
    if let listener = listener.withLock({ $0 }) { return listener }
    let new = simulator.listen(to: [.meetings, .recordings, .hooked])
    listener.withLock { $0 = new }
    return new
  }

  /// Hears nothing any more.
  func end(at simulator: Simulator) {
    let old = listener.withLock { listener in
      defer { listener = nil }
      return listener
    }
    old.map(simulator.dismiss)
    queue.withLock { $0.setOpen(false) }
  }

  var deliveries: [Delivery] { queue.withLock { $0.deliveries } }

  func enqueue(_ callback: Callback, at instant: SimulatedInstant) {
    queue.withLock { $0.enqueue(callback, at: instant) }
  }

  func enqueue(
    _ callback: Callback, at instant: SimulatedInstant, watcher: AsyncStream<Delivery>.Continuation
  ) {
    queue.withLock { $0.enqueue(callback, at: instant, watcher: watcher) }
  }

  func claimWorker(at instant: SimulatedInstant) -> Bool { queue.withLock { $0.claimWorker(at: instant) } }

  func take(at instant: SimulatedInstant) -> CallbackQueue.Attempt? {
    queue.withLock { $0.take(at: instant) }
  }

  func finish(
    _ attempt: CallbackQueue.Attempt, _ outcome: CallbackOutcome, at instant: SimulatedInstant
  ) -> String? {
    queue.withLock { $0.finish(attempt, outcome, at: instant) }
  }
}

extension SimulatedServer {
  /// Sends a callback, and waits for what becomes of it; nil when the server stops meanwhile.
  func deliver(_ callback: Callback) async -> Delivery? {
    let (stream, continuation) = AsyncStream<Delivery>.makeStream()
    callbacks.enqueue(callback, at: clock.now, watcher: continuation)
    simulator.calls.ring()
    return await stream.first { _ in true }
  }

  /// What became of the latest two thousand callbacks, oldest first.
  public var deliveries: [Delivery] { callbacks.deliveries }
}
