import Synchronization
import TimelineEngine

// What a watcher wants to see, be it a page or a metric.
extension Simulator {
  /// How often each call came and how it went.
  public var tally: RequestTally { simulation.withLock { $0.log.tally } }

  /// The latest requests, at most so many, oldest first.
  public func latestExchanges(_ count: Int) -> [Exchange] {
    simulation.withLock { Array($0.log.exchanges.suffix(count)) }
  }

  /// How many commands the journal holds.
  public var commandCount: Int { simulation.withLock { $0.timeline.journal.count } }
}
