import BBBClient
import PrometheusText

/// How one call has fared while the process lives.
struct CallRecord: Sendable {
  /// Seconds of every call.
  private(set) var latency = Histogram(upperBounds: Self.latencyBounds)
  /// How long the latest call took; nil before the first.
  private(set) var lastDuration: Duration?
  /// When the latest good answer was there, in seconds since 1970; nil before the first.
  private(set) var lastSuccess: Double?
  /// Whether the latest call brought a good answer.
  private(set) var hasSucceeded = false
  private(set) var failures: [FailureCause: Int] = [:]

  /// Seconds. - Source: exporter contract §2.
  private static let latencyBounds = [
    0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 5, 7.5, 10,
  ]

  /// Notes a call.
  ///
  /// - Parameters:
  ///   - duration: how long it took.
  ///   - end: when it ended, in seconds since 1970.
  ///   - failure: why it failed; nil when it brought a good answer.
  mutating func note(_ duration: Duration, endingAt end: Double, failure: CallFailure?) {
    latency.observe(duration.inSeconds)
    lastDuration = duration
    hasSucceeded = failure == nil
    if let failure {
      failures[FailureCause(failure), default: 0] += 1
    } else {
      lastSuccess = end
    }
  }
}
