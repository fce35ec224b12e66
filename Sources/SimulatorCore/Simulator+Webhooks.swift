public import BBBAPI
public import Determinism
import Synchronization
import TimelineEngine

extension Simulator {
  /// The hooks of bbb-webhooks, in the order of their creation.
  public var webhooks: [Webhook] { simulation.withLock { $0.world.webhooks } }

  /// Removes a hook that nobody answers at; it is in the journal as if somebody had destroyed it.
  public func giveUp(hookID: String, at instant: SimulatedInstant) {
    simulation.withLock { simulation in
      simulation.timeline.advance(to: instant)
      simulation.timeline.perform(.destroyHook(hookID: hookID))
    }
    calls.ring()
  }
}
