import Histogram

/// Durations from a microsecond to an hour, counted with three significant digits whatever their size.
///
/// - Source: Gil Tene, HdrHistogram, <https://hdrhistogram.github.io/HdrHistogram/>.
struct LatencyHistogram: Sendable, Equatable {
  private static let longest: UInt64 = 3_600_000_000
  private var counts = Histogram<UInt64>(
    lowestDiscernibleValue: 1, highestTrackableValue: longest, numberOfSignificantValueDigits: .three)

  /// How many durations were recorded.
  var count: Int { Int(counts.totalCount) }

  /// Records a duration, rounded to microseconds; one above an hour counts as an hour.
  mutating func record(nanoseconds: Int64) {
    counts.record(min(UInt64(max(0, nanoseconds) + 500) / 1000, Self.longest))
  }

  /// Adds what another histogram has counted.
  mutating func add(_ other: LatencyHistogram) { counts.add(other.counts) }

  /// The duration, in microseconds, that so many per cent don't exceed; nil without any.
  func microseconds(atPercentile percentile: Double) -> UInt64? {
    count == 0 ? nil : counts.valueAtPercentile(percentile)
  }

  /// The distribution in HdrHistogram's text form, in milliseconds, as its plotter reads it (`.hgrm`).
  var percentileDistribution: String {
    var text = ""
    counts.outputPercentileDistribution(to: &text, outputValueUnitScalingRatio: 1000)
    return text
  }
}

/// The quantiles that reports show.
public struct LatencySummary: Sendable, Equatable, Encodable {
  /// Microseconds, each that so many per cent don't exceed.
  public let p50, p90, p99, p999: UInt64
  /// The longest, in microseconds.
  public let max: UInt64

  init?(of histogram: LatencyHistogram) {
    func value(_ percentile: Double) -> UInt64? { histogram.microseconds(atPercentile: percentile) }
    guard let p50 = value(50), let p90 = value(90), let p99 = value(99), let p999 = value(99.9),
      let max = value(100)
    else { return nil }
    (self.p50, self.p90, self.p99, self.p999, self.max) = (p50, p90, p99, p999, max)
  }

  enum CodingKeys: String, CodingKey {
    case p50 = "p50Microseconds"
    case p90 = "p90Microseconds"
    case p99 = "p99Microseconds"
    case p999 = "p99.9Microseconds"
    case max = "maxMicroseconds"
  }
}
