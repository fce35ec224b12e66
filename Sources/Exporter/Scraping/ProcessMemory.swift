import BBBReading
import PrometheusText
import Synchronization

/// What the exporter remembers while the process lives.
struct Memories: Sendable {
  /// The latency of each call; calls without an entry are not served.
  private(set) var latencies: [ScrapeCall: Histogram]
  private(set) var uniqueMeetings = UniqueMeetings()
  private(set) var anomalies: [Anomaly: Int] = [:]

  init(calls: [ScrapeCall]) {
    let empty = Histogram(upperBounds: Self.latencyBounds)
    latencies = Dictionary(uniqueKeysWithValues: calls.map { ($0, empty) })
  }

  /// Seconds. - Source: exporter contract §2.
  private static let latencyBounds = [
    0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 5, 7.5, 10,
  ]

  mutating func observe(_ latency: Duration, of call: ScrapeCall) {
    latencies[call]?.observe(latency.inSeconds)
  }

  /// Counts the meetings of a good answer; those of a broken one might be anything.
  mutating func count(_ tally: MeetingsTally) {
    uniqueMeetings.count(tally.sightings)
  }

  mutating func count(_ counts: [AnomalyCount]) {
    for count in counts { anomalies[count.anomaly, default: 0] += count.count }
  }
}

/// The memories of this process, shared by all calls.
final class ProcessMemory: Sendable {
  private let memories: Mutex<Memories>

  init(calls: [ScrapeCall]) {
    memories = Mutex(Memories(calls: calls))
  }

  /// A copy to write a page from; cheap, since values are shared until they change.
  var snapshot: Memories { memories.withLock { $0 } }

  func update(_ change: (inout Memories) -> Void) {
    memories.withLock { change(&$0) }
  }
}
