public import Scenarios
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

  /// The fault rules in force, in their order, each with the number of requests that it was asked about.
  public var faultRules: [(rule: FaultRule, met: Int)] { simulation.withLock { $0.faults.rules } }

  /// How many commands the journal holds.
  public var commandCount: Int { simulation.withLock { $0.timeline.journal.count } }
}
