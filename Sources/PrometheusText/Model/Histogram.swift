/// Observations counted in fixed buckets.
///
/// A value: to publish a histogram that goes on counting, copy it.
public struct Histogram: Sendable, Equatable {
  /// How upper bounds are spelled in the `le` label.
  public enum BoundStyle: Sendable {
    /// As OpenMetrics wants it and client libraries do: `1.0`, `2.5`, `1e+06`.
    case canonical
    /// Whole numbers without a fraction: `1`, `2.5`. The room histograms of 0.7.1 are spelled so.
    case plain
  }

  /// One cumulative bucket.
  public struct Bucket: Sendable, Equatable {
    /// The bound, itself included; `+Inf` for the last bucket.
    public let upperBound: Double
    /// The bound as the value of the `le` label.
    public let boundText: String
    /// How many observations were at most the bound.
    public let count: Int
  }

  /// The finite upper bounds, ascending.
  public let upperBounds: [Double]
  /// The sum of all observations.
  public private(set) var sum = 0.0
  /// The number of all observations.
  public private(set) var count = 0

  private let boundTexts: [String]
  private var countsBelowBound: [Int]

  /// Makes an empty histogram; the bucket `+Inf` is added.
  ///
  /// Traps unless the bounds are finite and strictly ascending (a last `+Inf` is fine).
  public init(upperBounds: [Double], boundStyle: BoundStyle = .canonical) {
    let finite = upperBounds.last == .infinity ? Array(upperBounds.dropLast()) : upperBounds
    precondition(finite.allSatisfy(\.isFinite), "bounds that are not finite: \(upperBounds)")
    precondition(
      zip(finite, finite.dropFirst()).allSatisfy { $0 < $1 }, "bounds that do not ascend: \(upperBounds)")
    self.upperBounds = finite
    boundTexts = finite.map(boundStyle.text)
    countsBelowBound = Array(repeating: 0, count: finite.count)
  }

  /// Counts one observation; NaN falls into `+Inf` and makes the sum NaN.
  public mutating func observe(_ value: Double) {
    count += 1
    sum += value
    if let bucket = upperBounds.firstIndex(where: { value <= $0 }) {
      countsBelowBound[bucket] += 1
    }
  }

  /// The cumulative buckets by ascending bound, `+Inf` last.
  public var buckets: [Bucket] {
    var total = 0
    var buckets: [Bucket] = []
    buckets.reserveCapacity(upperBounds.count + 1)
    for (index, bound) in upperBounds.enumerated() {
      total += countsBelowBound[index]
      buckets.append(Bucket(upperBound: bound, boundText: boundTexts[index], count: total))
    }
    buckets.append(Bucket(upperBound: .infinity, boundText: "+Inf", count: count))
    return buckets
  }
}

extension Histogram.BoundStyle {
  func text(_ bound: Double) -> String {
    switch self {
    case .canonical: bound.canonicalText
    case .plain: bound.expositionText
    }
  }
}
