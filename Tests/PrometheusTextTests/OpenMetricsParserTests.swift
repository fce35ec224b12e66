import PrometheusText
import Testing

@Suite struct `Parsing OpenMetrics` {
  @Test(arguments: OpenMetricsPages.good)
  func `what the specification allows is accepted`(page: String) throws {
    _ = try ExpositionParser.parse([UInt8](page.utf8), as: .openMetrics)
  }

  @Test(arguments: OpenMetricsPages.bad)
  func `what the specification forbids is refused with its rule`(page: String, kind: LintKind) throws {
    let error = try #require(throws: ExpositionError.self) {
      try ExpositionParser.parse([UInt8](page.utf8), as: .openMetrics)
    }
    #expect(error.kind == kind, "\(error)")
    let findings = ExpositionLint.findings(in: [UInt8](page.utf8), as: .openMetrics)
    #expect(findings.contains { $0.kind == kind && $0.line == error.line }, "\(findings)")
  }

  @Test func `all parts of a sample are kept`() throws {
    let page = """
      # HELP a_seconds what \\"it\\" is\\n
      # TYPE a_seconds histogram
      # UNIT a_seconds seconds
      a_seconds_bucket{le="+Inf",b="c d"} 1 1520879607.789 # {t="x,} y"} 0.5 12.25
      u 2
      # EOF
      """
    let families = try ExpositionParser.parse([UInt8](page.utf8), as: .openMetrics)
    #expect(families.map(\.name) == ["a_seconds", "u"])
    #expect(families[0].help == "what \"it\" is\n")
    #expect(families[0].unit == "seconds")
    #expect(
      families[0].samples == [
        Sample(
          suffix: "_bucket", labels: [Label("le", "+Inf"), Label("b", "c d")], value: 1,
          timestamp: 1_520_879_607.789,
          exemplar: Exemplar(labels: [Label("t", "x,} y")], value: 0.5, timestamp: 12.25))
      ])
    #expect(families[1] == MetricFamily(name: "u", type: .unknown, samples: [Sample(value: 2)]))
  }
}
