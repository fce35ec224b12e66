public import Determinism
import Scenarios
import Synchronization
public import TimelineEngine

extension Simulator {
  /// Makes something happen at an instant, by commands in the journal; the request log shows nothing of it.
  ///
  /// Throws ``InterventionError``; of several commands those before the refused one stand.
  public func intervene(
    _ intervention: Intervention, at instant: @autoclosure () -> SimulatedInstant
  ) throws(InterventionError) {
    let result = simulation.withLock { simulation -> Result<Void, InterventionError> in
      simulation.timeline.advance(to: instant())
      do throws(InterventionError) {
        return .success(try simulation.carryOut(intervention))
      } catch {
        return .failure(error)
      }
    }
    calls.ring()
    try result.get()
  }

  /// Puts another timeline in the place of this one; `settingClock` is called before anybody sees the new world.
  ///
  /// The request log is emptied, and the timeline's own faults come into force, unless `keepsRequests`.
  public func restart(
    _ timeline: Timeline, beginning: SimulatedInstant, keepsRequests: Bool = false, settingClock: () -> Void
  ) {
    simulation.withLock { simulation in
      simulation.restart(timeline, beginning: beginning, keepsRequests: keepsRequests)
      // Under the lock, so that no request meets the new world with the old time; a clock asks nobody back.
      settingClock()
    }
    calls.ring()
  }

  /// When the scenario's day began.
  public var starts: SimulatedInstant { simulation.withLock { $0.timeline.scenario.starts } }

  /// Says how far into the scenario's day this server's part begins; a reset comes back there.
  public func begin(after offset: Duration) {
    simulation.withLock { $0.beginning = $0.timeline.scenario.starts.advanced(by: offset) }
  }

  /// When this server's part of the day began: later than the scenario's beginning when it was started so.
  public var beginning: SimulatedInstant { simulation.withLock { $0.beginning } }

  /// How often another timeline took the place of the first.
  public var restarts: Int { simulation.withLock { $0.restarts } }

  /// The rules in force with what each has met, in their order.
  public var faults: [FaultDesk.Entry] { simulation.withLock { $0.faults.entries } }

  /// Forgets the requests so far; their numbers go on.
  public func forgetRequests() { simulation.withLock { $0.log.forget() } }
}

extension Simulation {
  fileprivate mutating func restart(_ timeline: Timeline, beginning: SimulatedInstant, keepsRequests: Bool) {
    var timeline = timeline
    timeline.observes = self.timeline.observes
    // Answers are remembered by these numbers, and must not come back from another world.
    revisionsBefore += world.revision + 1
    restarts += 1
    past = Hindsight()
    self.timeline = timeline
    self.beginning = beginning
    allowWhatIsSet()
    guard !keepsRequests else { return }
    log = RequestLog()
    faults = FaultDesk(
      rules: timeline.scenario.faults, starts: timeline.scenario.starts, seed: timeline.seed)
  }
}
