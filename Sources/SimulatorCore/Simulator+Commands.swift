public import Determinism
import Synchronization
public import TimelineEngine

extension Simulator {
  /// Carries out what no API call asks for, such as a moderator's decision about a guest.
  ///
  /// - Parameters:
  ///   - command: a command about a meeting that is gone changes nothing but the journal.
  ///   - instant: one in the past counts as the present.
  /// - Returns: the journal's entry.
  @discardableResult
  public func perform(_ command: Command, at instant: SimulatedInstant) -> JournalEntry {
    let entry = simulation.withLock { simulation in
      simulation.timeline.advance(to: instant)
      return simulation.timeline.perform(command)
    }
    calls.ring()
    return entry
  }
}
