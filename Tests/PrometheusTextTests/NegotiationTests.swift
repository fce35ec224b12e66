import PrometheusText
import Testing

@Suite struct `Negotiation` {
  private static let headers: [(String?, ExpositionFormat)] = [
    (nil, .text), ("", .text), ("*/*", .text), ("text/plain", .text), ("text/html,*/*;q=0.8", .text),
    // Prometheus 2.5 to 2.40, 2.43 (protocol buffers on), 3.0 and 3.3
    (
      "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,"
        + "text/plain;version=0.0.4;q=0.5,*/*;q=0.1", .openMetrics
    ),
    (
      "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited,"
        + "application/openmetrics-text;version=1.0.0;q=0.8,application/openmetrics-text;version=0.0.1;q=0.75,"
        + "text/plain;version=0.0.4;q=0.5,*/*;q=0.1", .openMetrics
    ),
    (
      "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,"
        + "application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,"
        + "text/plain;version=0.0.4;q=0.3,*/*;q=0.2", .openMetrics
    ),
    // A scrape configuration that asks for text first
    (
      "text/plain;version=0.0.4;q=0.6,application/openmetrics-text;version=1.0.0;q=0.5,*/*;q=0.2", .text
    ),
    ("application/openmetrics-text", .openMetrics),
    ("Application/OpenMetrics-Text ; Version=\"1.0.0\" ; charset=utf-8", .openMetrics),
    ("application/openmetrics-text;version=0.0.1", .text),
    ("application/openmetrics-text;version=2.0.0,*/*", .text),
    ("application/openmetrics-text;q=0", .text),
    ("application/openmetrics-text;q=0,*/*;q=0", .text),
    ("text/plain,application/openmetrics-text", .text),
    ("application/openmetrics-text,text/plain", .openMetrics),
    ("application/openmetrics-text;q=0.5,*/*", .text),
    ("application/openmetrics-text;q=0.5,text/plain;q=0.4,*/*", .openMetrics),
    ("application/*", .openMetrics), ("text/*;q=0.2,application/*;q=0.3", .openMetrics),
    ("application/openmetrics-text;q=2", .text), ("application/openmetrics-text;q=NaN", .text),
    (",;,/,;;=,application/openmetrics-text", .openMetrics), ("\u{0}\u{1F4A9};q=1", .text),
  ]

  @Test(arguments: headers)
  func `the preferred format of the client is taken`(accept: String?, format: ExpositionFormat) {
    #expect(ExpositionFormat.negotiated(accept: accept) == format)
  }

  @Test func `content types are those of the specifications`() {
    #expect(ExpositionFormat.text.contentType == "text/plain; version=0.0.4; charset=utf-8")
    #expect(
      ExpositionFormat.openMetrics.contentType
        == "application/openmetrics-text; version=1.0.0; charset=utf-8")
  }
}
