import Determinism
public import Scenarios
import SimulatorCore
public import TimelineEngine

extension SimulatedServer {
  /// Begins the day anew: the world, the clock and its rate, the faults and the request log as they were at the start.
  public func reset() {
    let timeline = simulator.timeline
    begin(Timeline(scenario: timeline.scenario, seed: timeline.seed), at: simulator.beginning)
  }

  /// Plays another scenario from its beginning, with its own seed and faults; profile and secret stay.
  public func play(_ scenario: Scenario) {
    begin(Timeline(scenario: scenario), at: scenario.starts)
  }

  /// What brings the world back as it is now.
  public var snapshot: Snapshot {
    _ = world
    return simulator.timeline.snapshot
  }

  /// Brings a world back, and the clock to where it stood; the clock's rate, the faults and the request log stay.
  ///
  /// Throws when the snapshot was taken of another scenario.
  public func restore(_ snapshot: Snapshot) throws(SnapshotError) {
    let timeline = try Timeline(restoring: snapshot, of: simulator.timeline.scenario)
    simulator.restart(timeline, beginning: simulator.beginning, keepsRequests: true) {
      clock.restart(at: snapshot.instant, keepsRate: true)
    }
    clock.changes.ring()
  }

  private func begin(_ timeline: Timeline, at instant: SimulatedInstant) {
    var timeline = timeline
    timeline.advance(to: instant)
    simulator.restart(timeline, beginning: instant) { clock.restart(at: instant, keepsRate: false) }
    clock.changes.ring()
  }
}
