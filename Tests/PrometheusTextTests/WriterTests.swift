import PrometheusText
import Testing

@Suite struct `Writing` {
  private static let families: [(MetricFamily, String, String)] = [
    (
      .counter("a", help: "h", value: 1),
      "# HELP a_total h\n# TYPE a_total counter\na_total 1\n", "# HELP a h\n# TYPE a counter\na_total 1\n"
    ),
    (
      .gauge("a", help: "q\"b\\l\n", values: [([Label("x", "\u{1}\t\"\\\n")], .nan)]),
      "# HELP a q\"b\\\\l\\n\n# TYPE a gauge\na{x=\"\u{1}\t\\\"\\\\\\n\"} NaN\n",
      "# HELP a q\\\"b\\\\l\\n\n# TYPE a gauge\na{x=\"\u{1}\t\\\"\\\\\\n\"} NaN\n"
    ),
    (
      .gaugeHistogram("a", help: "h", Histogram(upperBounds: [5], boundStyle: .plain)),
      """
      # HELP a h
      # TYPE a histogram
      a_bucket{le="5"} 0
      a_bucket{le="+Inf"} 0
      # HELP a_gcount h
      # TYPE a_gcount gauge
      a_gcount 0
      # HELP a_gsum h
      # TYPE a_gsum gauge
      a_gsum 0

      """,
      """
      # HELP a h
      # TYPE a gaugehistogram
      a_bucket{le="5"} 0
      a_bucket{le="+Inf"} 0
      a_gcount 0
      a_gsum 0

      """
    ),
    (
      .info("a", help: "", labels: [Label("v", "1")]),
      "# TYPE a_info gauge\na_info{v=\"1\"} 1\n", "# TYPE a info\na_info{v=\"1\"} 1\n"
    ),
    (
      MetricFamily(name: "a_seconds", type: .unknown, unit: "seconds", samples: [Sample(value: 1)]),
      "# TYPE a_seconds untyped\na_seconds 1\n",
      "# TYPE a_seconds unknown\n# UNIT a_seconds seconds\na_seconds 1\n"
    ),
    (
      MetricFamily(
        name: "a", type: .counter,
        samples: [
          Sample(
            suffix: "_total", value: 2, timestamp: 1_520_879_607.789,
            exemplar: Exemplar(labels: [], value: 0.5, timestamp: 3)), Sample(suffix: "_created", value: 1.5),
        ]),
      "# TYPE a_total counter\na_total 2 1520879607789\n# TYPE a_created gauge\na_created 1.5\n",
      "# TYPE a counter\na_total 2 1520879607.789 # {} 0.5 3\na_created 1.5\n"
    ),
  ]

  @Test(arguments: families)
  func `a family looks as the formats say`(family: MetricFamily, text: String, openMetrics: String) {
    #expect(String(decoding: ExpositionWriter.bytes(of: [family], as: .text), as: UTF8.self) == text)
    let page = ExpositionWriter.bytes(of: [family], as: .openMetrics)
    #expect(String(decoding: page, as: UTF8.self) == openMetrics + "# EOF\n")
  }

  @Test func `a page without families is empty or only its end`() {
    #expect(ExpositionWriter.bytes(of: [], as: .text) == [])
    #expect(ExpositionWriter.bytes(of: [], as: .openMetrics) == [UInt8]("# EOF\n".utf8))
  }

  @Test func `an invalid metric name traps`() async {
    await #expect(processExitsWith: .failure) {
      _ = ExpositionWriter.bytes(of: [.gauge("a-b", help: "", value: 1)], as: .text)
    }
  }

  @Test func `an invalid label name traps`() async {
    await #expect(processExitsWith: .failure) {
      let family = MetricFamily.gauge("a", help: "", values: [([Label("1x", "")], 1)])
      _ = ExpositionWriter.bytes(of: [family], as: .text)
    }
  }

  @Test func `a counter named with its ending traps`() async {
    await #expect(processExitsWith: .failure) {
      _ = MetricFamily.counter("a_total", help: "", value: 1)
    }
  }
}
