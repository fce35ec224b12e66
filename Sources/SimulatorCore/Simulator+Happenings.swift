public import Determinism
import Synchronization
public import TimelineEngine

extension Simulator {
  /// Begins to hear of what happens from now on; ends with ``dismiss(_:)``.
  ///
  /// Costs nothing while nobody listens, and a listener pays for the topics alone that it names.
  public func listen(to topics: Happening.Topics) -> Listener {
    simulation.withLock { simulation in
      simulation.deliverNews()
      defer { simulation.observeForAudience() }
      return simulation.audience.seat(topics)
    }
  }

  /// Hears of other topics from now on; what is unheard of the old ones still comes.
  public func change(_ listener: Listener, to topics: Happening.Topics) {
    simulation.withLock { simulation in
      simulation.deliverNews()
      simulation.audience.change(listener, to: topics)
      simulation.observeForAudience()
    }
  }

  /// Tells the listener nothing any more.
  public func dismiss(_ listener: Listener) {
    simulation.withLock { simulation in
      simulation.deliverNews()
      simulation.audience.dismiss(listener)
      simulation.observeForAudience()
    }
  }

  /// What has happened up to an instant and the listener has not heard yet, in order, API calls included.
  ///
  /// Of more than 200,000 happenings the oldest are forgotten.
  public func takeHappenings(for listener: Listener, at instant: SimulatedInstant) -> [Happened] {
    simulation.withLock { simulation in
      simulation.timeline.advance(to: instant)
      simulation.deliverNews()
      return simulation.audience.take(listener)
    }
  }
}

extension Simulation {
  /// Has the world tell what somebody wants to hear; people as soon as there is a hook, if somebody waits for that.
  mutating func observeForAudience() {
    var topics = audience.topics
    if topics.contains(.hooked) && !world.webhooks.isEmpty { topics.insert(.people) }
    timeline.observes = topics
  }

  fileprivate mutating func deliverNews() { audience.hear(timeline.takeHappenings()) }
}
