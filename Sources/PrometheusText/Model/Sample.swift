/// One line of an exposition: a number with its labels.
public struct Sample: Sendable {
  /// What the sample's name has beyond the family's name: `""`, `"_total"`, `"_bucket"`, `"_gcount"` …
  public var suffix: String
  /// The labels in the order in which they are written.
  public var labels: [Label]
  /// The value; NaN and the infinities included.
  public var value: Double
  /// Seconds since the Unix epoch; nil, as almost always, leaves the moment to the scraper.
  ///
  /// Text 0.0.4 carries whole milliseconds, OpenMetrics any fraction.
  public var timestamp: Double?
  /// An example of what was counted here; OpenMetrics only.
  public var exemplar: Exemplar?

  /// Makes a sample; most have neither timestamp nor exemplar.
  public init(
    suffix: String = "", labels: [Label] = [], value: Double, timestamp: Double? = nil,
    exemplar: Exemplar? = nil
  ) {
    self.suffix = suffix
    self.labels = labels
    self.value = value
    self.timestamp = timestamp
    self.exemplar = exemplar
  }
}

extension Sample: Equatable {
  /// Whether both say the same, labels in the same order; two NaN are the same value here.
  public static func == (lhs: Sample, rhs: Sample) -> Bool {
    lhs.suffix == rhs.suffix && lhs.labels == rhs.labels && isSame(lhs.value, rhs.value)
      && lhs.timestamp == rhs.timestamp && lhs.exemplar == rhs.exemplar
  }
}

/// A single observation that stands for a bucket or a counter, such as the trace of one request.
///
/// OpenMetrics allows 128 characters of label names and values together.
public struct Exemplar: Sendable {
  /// The labels, for example a trace identifier.
  public var labels: [Label]
  /// The observed value.
  public var value: Double
  /// Seconds since the Unix epoch, if known.
  public var timestamp: Double?

  /// Makes an exemplar.
  public init(labels: [Label], value: Double, timestamp: Double? = nil) {
    self.labels = labels
    self.value = value
    self.timestamp = timestamp
  }
}

extension Exemplar: Equatable {
  /// Whether both say the same; two NaN are the same value here.
  public static func == (lhs: Exemplar, rhs: Exemplar) -> Bool {
    lhs.labels == rhs.labels && isSame(lhs.value, rhs.value) && lhs.timestamp == rhs.timestamp
  }
}

private func isSame(_ lhs: Double, _ rhs: Double) -> Bool {
  lhs == rhs || (lhs.isNaN && rhs.isNaN)
}
