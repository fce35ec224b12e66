/// A condition under which a run has failed, such as `p99 > 200ms`.
public struct Threshold: Sendable, Equatable {
  /// What is looked at.
  public enum Subject: Sendable, Equatable {
    /// The latency that so many per cent of requests don't exceed; 100 is the longest.
    case latency(percentile: Double)
    /// The service time that so many per cent of requests don't exceed; 100 is the longest.
    case serviceTime(percentile: Double)
    /// Requests that brought no good answer.
    case errors
    /// Requests that found no free connection in time.
    case dropped
    /// Good answers a second.
    case rate
  }

  /// How it stands to the bound when the run has failed.
  public enum Comparison: String, Sendable, CaseIterable {
    case above = ">"
    case atLeast = ">="
    case below = "<"
    case atMost = "<="

    func holds(_ left: Double, _ right: Double) -> Bool {
      switch self {
      case .above: left > right
      case .atLeast: left >= right
      case .below: left < right
      case .atMost: left <= right
      }
    }
  }

  /// The unit of the bound.
  public enum Unit: Sendable, Equatable {
    /// For latency and service time.
    case milliseconds
    /// For errors and dropped; for the rate, good answers a second.
    case count
    /// Of the planned requests; for the rate, of the planned rate.
    case percent
  }

  /// What is looked at.
  public let subject: Subject
  /// How it stands to the bound when the run has failed.
  public let comparison: Comparison
  /// The bound, at least 0.
  public let bound: Double
  /// The unit of the bound.
  public let unit: Unit
  /// The condition as it was written, blanks made even.
  public let text: String
}

/// A threshold held against a run.
public struct ThresholdOutcome: Sendable, Equatable {
  /// The condition.
  public let threshold: Threshold
  /// What was measured, in the threshold's unit; nil when no request was.
  public let measured: Double?

  /// Whether the run has failed by it. What could not be measured proves nothing good: it fails too.
  public var isBroken: Bool {
    measured.map { threshold.comparison.holds($0, threshold.bound) } ?? true
  }

  /// What was measured, for people.
  public var measuredText: String {
    guard let measured else { return "not measured" }
    switch threshold.unit {
    case .milliseconds: return "\(measured.fixed(3)) ms"
    case .percent: return "\(measured.fixed(2))%"
    case .count: return threshold.subject == .rate ? "\(measured.fixed(2))/s" : measured.fixed(0)
    }
  }
}
