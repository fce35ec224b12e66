import PrometheusText
import Testing

@Suite struct `Lint` {
  /// Page and the findings as `line kind`.
  static let textPages: [(page: String, findings: [String])] = [
    ("", []), ("# TYPE a gauge\na 1\n", []), ("a 1", ["1 missing-final-line-feed"]),
    ("a 1\nb{\nc 1\n-\n", ["2 syntax", "4 syntax"]), ("a{b=\"\\q\"} 1\n", ["1 unknown-escape"]),
    ("# HELP a b\\q\na 1\n", ["1 unknown-escape"]), ("# HELP a \\\\ \\n \\\"\na 1\n", []),
    ("a{b=\"\u{0}\"} 1\n", ["1 zero-byte"]), ("a{b=\"c\",b=\"c\"} 1\n", ["1 duplicate-label-name"]),
    ("# HELP a b\n# HELP a c\na 1\n", ["2 repeated-help"]),
    ("# TYPE a gauge\n# TYPE a gauge\n", ["2 repeated-type"]),
    ("a 1\n# TYPE a gauge\n# HELP a b\n", ["2 metadata-after-samples", "3 metadata-after-samples"]),
    ("a_count 1\n# TYPE a summary\n", ["2 clashing-names", "2 metadata-after-samples"]),
    (
      "# TYPE a gauge\na 1\n# TYPE b gauge\nb 1\na{c=\"d\"} 1\nb{c=\"d\"} 1\n",
      ["5 interleaved-family", "6 interleaved-family"]
    ),
    ("# TYPE a histogram\na_bucket{le=\"+Inf\"} 0\n# TYPE a_count gauge\n", ["3 clashing-names"]),
    ("a{b=\"1\",c=\"2\"} 1\na{c=\"2\",b=\"1\"} 2\n", ["2 duplicate-sample"]),
    ("a 1 5\na 1 6\n", ["2 duplicate-sample"]),
    ("a{b=\"1\"} 1\na{b=\"2\"} 1\na 1\n", []),
    ("# TYPE a_total counter\na_total -1\n", ["2 negative-counter"]),
    ("# TYPE a_total counter\na_total NaN\n", ["2 counter-not-a-number"]), ("# TYPE a gauge\na -1\n", []),
    ("# TYPE a summary\na 1\na{quantile=\"2\"} 1\n", ["2 malformed-quantile", "3 malformed-quantile"]),
    ("# TYPE a histogram\na 1\n", ["2 missing-inf-bucket", "2 unexpected-suffix"]),
  ]

  static let histograms: [(lines: [String], findings: [String])] = [
    (["_bucket{le=\"1\"} 1", "_bucket{le=\"+Inf\"} 2", "_count 2", "_sum 3"], []),
    (["_bucket 1", "_bucket{le=\"+Inf\"} 2"], ["2 missing-bound"]),
    (
      ["_bucket{le=\"x\"} 1", "_bucket{le=\"NaN\"} 1", "_bucket{le=\"+Inf\"} 2"],
      ["2 malformed-bound", "3 malformed-bound"]
    ),
    (["_bucket{le=\"2\"} 1", "_bucket{le=\"1\"} 1", "_bucket{le=\"+Inf\"} 2"], ["3 bucket-order"]),
    (["_bucket{le=\"1\"} 1", "_bucket{le=\"1.0\"} 1", "_bucket{le=\"+Inf\"} 2"], ["3 bucket-order"]),
    (["_bucket{le=\"1\"} 3", "_bucket{le=\"2\"} 2", "_bucket{le=\"+Inf\"} 4"], ["3 buckets-not-cumulative"]),
    (["_bucket{le=\"1\"} 3", "_bucket{le=\"+Inf\"} 2"], ["3 buckets-not-cumulative"]),
    (["_bucket{le=\"1\"} 3", "_count 3", "_sum 1"], ["2 missing-inf-bucket"]),
    (["_count 3", "_sum 1"], ["2 missing-inf-bucket"]),
    (["_bucket{le=\"+Inf\"} 2", "_count 3", "_sum 1"], ["3 count-mismatch"]),
    (["_bucket{le=\"1\"} -1", "_bucket{le=\"+Inf\"} 2"], ["2 negative-bucket"]),
    (["_bucket{le=\"1\"} 0.5", "_bucket{le=\"+Inf\"} 2"], ["2 fractional-bucket"]),
    (["_bucket{le=\"1\"} NaN", "_bucket{le=\"+Inf\"} 2"], ["2 counter-not-a-number"]),
    (
      [
        "_bucket{x=\"1\",le=\"+Inf\"} 1", "_count{x=\"1\"} 1", "_bucket{le=\"+Inf\",x=\"2\"} 1",
        "_count{x=\"2\"} 2",
      ],
      ["5 count-mismatch"]
    ),
  ]

  static let openMetricsPages: [(page: String, findings: [String])] = [
    ("# TYPE a info\na_info 2\n# EOF\n", ["2 malformed-info"]),
    ("# TYPE a stateset\na{a=\"x\"} 2\na 1\n# EOF\n", ["2 malformed-stateset", "3 malformed-stateset"]),
    ("# TYPE a counter\na_total -1\na_created -1\n# EOF\n", ["2 negative-counter"]),
    ("a 1 5\na 1 6\na 1 6\n# EOF\n", ["3 duplicate-sample"]),
    ("# TYPE a histogram\na_bucket{le=\"Inf\"} 1\n# EOF\n", ["2 malformed-bound"]),
    (
      "# TYPE a gaugehistogram\na_bucket{le=\"+Inf\"} 1\na_gcount 2\n# EOF\n",
      ["3 count-mismatch", "3 incomplete-histogram"]
    ),
    ("# TYPE a histogram\na_bucket{le=\"+Inf\"} 1\na_sum 2\n# EOF\n", ["3 incomplete-histogram"]),
    ("a 1\n# EOF\nb 1\nc 1\n", ["3 content-after-eof", "4 content-after-eof"]),
  ]

  private func kinds(_ page: String, _ format: ExpositionFormat) -> [String] {
    ExpositionLint.findings(in: [UInt8](page.utf8), as: format).map { "\($0.line) \($0.kind.rawValue)" }
      .sorted()
  }

  @Test(arguments: textPages)
  func `text pages have these findings`(page: String, findings: [String]) {
    #expect(kinds(page, .text) == findings)
  }

  @Test(arguments: histograms)
  func `histograms have these findings`(lines: [String], findings: [String]) {
    let page = "# TYPE a histogram\n" + lines.map { "a\($0)\n" }.joined()
    #expect(kinds(page, .text) == findings)
  }

  @Test(arguments: openMetricsPages)
  func `OpenMetrics pages have these findings`(page: String, findings: [String]) {
    #expect(kinds(page, .openMetrics) == findings)
  }

  @Test func `the count of a gauge histogram in text is held against its buckets`() {
    let page = "# TYPE a histogram\na_bucket{le=\"+Inf\"} 1\n# TYPE a_gcount gauge\na_gcount 2\n"
    #expect(kinds(page, .text) == ["4 count-mismatch"])
  }

  @Test func `invalid UTF-8 is one finding, and the check goes on`() {
    let page =
      [UInt8]("# ".utf8) + [0xFF, 0x0A] + [UInt8]("a{b=\"".utf8) + [0xC3] + [UInt8]("\"} 1\n-\n".utf8)
    let findings = ExpositionLint.findings(in: page, as: .text)
    #expect(findings.map(\.kind) == [.invalidUTF8, .invalidUTF8, .syntax])
    #expect(findings.map(\.line) == [1, 2, 3])
  }

  @Test func `a finding says what, where and of whom`() {
    let page = "# TYPE a_total counter\na_total{b=\"c\"} -3\n"
    let finding = ExpositionLint.findings(in: [UInt8](page.utf8), as: .text)[0]
    #expect(finding.family == "a_total")
    #expect(finding.description == "line 2: negative-counter: a_total is -3")
  }

  @Test func `every rule has a page that breaks it`() {
    var broken = Set(OpenMetricsPages.bad.map(\.kind.rawValue)).union(["invalid-utf8"])
    for row in Self.textPages + Self.openMetricsPages { broken.formUnion(row.findings.map(Self.kind)) }
    for row in Self.histograms { broken.formUnion(row.findings.map(Self.kind)) }
    #expect(LintKind.allCases.map(\.rawValue).filter { !broken.contains($0) } == [])
  }

  private static func kind(_ finding: String) -> String {
    String(finding.drop { $0 != " " }.dropFirst())
  }
}
