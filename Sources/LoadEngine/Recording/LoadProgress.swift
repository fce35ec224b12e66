import Determinism

/// How far a run is.
public struct LoadProgress: Sendable, Equatable {
  let record: RunRecord
  /// Since the start.
  public let elapsed: Duration

  /// The line for the person who waits, without a line feed.
  public var line: String {
    let total = record.total
    let p99 = total.latency.microseconds(atPercentile: 99)
    return "\(elapsed.inSeconds.fixed(0))s: \(total.sent) sent, \(total.dropped) dropped, \(total.ok) ok,"
      + " \(total.errors) errors, p99 \(p99.map { $0.millisecondsText + " ms" } ?? "-")"
  }
}
