/// The shape of a random number.
///
/// Sampling lives in `Distribution+Sampling.swift`.
public enum Distribution: Sendable, Equatable {
  /// Always the same value.
  case constant(Double)
  /// Evenly between the bounds, the upper one excluded; `lower <= upper`.
  case uniform(lower: Double, upper: Double)
  /// The gap between happenings that come independently of one another; mean above 0.
  case exponential(mean: Double)
  /// Skewed to the right, as durations and sizes are; `0 < median <= p99`.
  case lognormal(median: Double, p99: Double)
}
