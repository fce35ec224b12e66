/// The type of a metric family, in the words of OpenMetrics 1.0.
///
/// Text 0.0.4 knows five of them and says `untyped` for ``unknown``; what becomes of the others is told at
/// ``MetricFamily/inTextFormat``.
public enum MetricType: String, Sendable, CaseIterable {
  /// A number that only grows while the process lives.
  case counter
  /// A number that goes up and down.
  case gauge
  /// Observations counted in cumulative buckets over the life of the process.
  case histogram
  /// What is there right now, counted in cumulative buckets.
  case gaugehistogram
  /// Quantiles, computed by the process itself.
  case summary
  /// Facts as labels; the value is 1.
  case info
  /// A set of flags, each 0 or 1.
  case stateset
  /// No type was declared, or the declared type is `untyped` or `unknown`.
  case unknown
}

extension MetricType {
  /// The endings that sample names of this type may carry in a format; the empty one stands for none.
  ///
  /// - Source: OpenMetrics 1.0, "Suffixes"; in text 0.0.4 only histograms and summaries have endings.
  func suffixes(in format: ExpositionFormat) -> [String] {
    switch (self, format) {
    case (.histogram, .text), (.gaugehistogram, .text): ["_bucket", "_count", "_sum"]
    case (.summary, .text): ["", "_count", "_sum"]
    case (_, .text), (.gauge, _), (.stateset, _), (.unknown, _): [""]
    case (.counter, .openMetrics): ["_total", "_created"]
    case (.histogram, .openMetrics): ["_bucket", "_count", "_sum", "_created"]
    case (.gaugehistogram, .openMetrics): ["_bucket", "_gcount", "_gsum"]
    case (.summary, .openMetrics): ["", "_count", "_sum", "_created"]
    case (.info, .openMetrics): ["_info"]
    }
  }

  /// The word for this type on a TYPE line.
  func keyword(in format: ExpositionFormat) -> String {
    self == .unknown && format == .text ? "untyped" : rawValue
  }

  /// The type that a TYPE line declares, or nil when the format does not know the word.
  init?(keyword: String, in format: ExpositionFormat) {
    switch (format, keyword) {
    case (.text, "untyped"): self = .unknown
    case (.text, "counter"), (.text, "gauge"), (.text, "histogram"), (.text, "summary"), (.openMetrics, _):
      self.init(rawValue: keyword)
    case (.text, _): return nil
    }
  }
}
