/// The two formats in which Prometheus reads metrics over HTTP without protocol buffers.
public enum ExpositionFormat: String, Sendable, CaseIterable {
  /// The Prometheus text format 0.0.4.
  case text
  /// OpenMetrics 1.0.0.
  case openMetrics

  /// The value of the Content-Type header.
  ///
  /// - Source: Prometheus "Exposition formats" and OpenMetrics 1.0 "Protocol Negotiation".
  public var contentType: String {
    switch self {
    case .text: "text/plain; version=0.0.4; charset=utf-8"
    case .openMetrics: "application/openmetrics-text; version=1.0.0; charset=utf-8"
    }
  }
}
