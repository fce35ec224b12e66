import ConformanceKit
import Testing

struct ReportSizeTests {
  private static let formats: [any ReportFormat] = [
    ConsoleReport(), JUnitReport(), JSONReport(), MarkdownReport(), HTMLReport(),
  ]

  private func redacted(_ results: [CaseResult]) -> RedactedReport {
    RedactedReport(RunReport(.plain, results: results, elapsed: .zero), by: Redactor(secrets: []))
  }

  private func result(_ outcome: CaseOutcome, slug: Slug = "a/b") -> CaseResult {
    CaseResult(of: StubCheck(slug: slug), outcome: outcome, duration: .zero, rerun: "again")
  }

  @Test func `a finding of megabytes is cut with a word about it`() {
    let actual = String(repeating: "é\n", count: 700_000)
    let report = redacted([result(.judged(by: [Finding("much", expected: "little", actual: actual)]))])
    for format in Self.formats { #expect(format.text(of: report).utf8.count < 1_000_000) }
    #expect(JSONReport().text(of: report).contains("… 1,837,857 more bytes"))
    #expect(ConsoleReport().text(of: report).contains("more lines"))
  }

  @Test func `a thousand exhibits are cut with a word about them, and a long one says how long it was`() {
    var exhibits = (0..<1_000).map { Exhibit("exhibit \($0)", "text") }
    exhibits[0] = Exhibit("long", String(repeating: "x", count: 400_000), omittedBytes: 7)
    let report = redacted([
      result(.judged(by: [Finding("odd", expected: "", actual: "")], evidence: Evidence(exhibits: exhibits)))
    ])
    let (json, html) = (JSONReport().text(of: report), HTMLReport().text(of: report))
    #expect(json.contains("750 more exhibits were left out of the report"))
    #expect(json.contains("\"omittedBytes\": \(400_000 - 262_144 + 7)"))
    #expect(html.contains("… 367,239 bytes more"))
    #expect(html.contains("227 more exhibits in report.json"))
  }

  @Test func `findings, notes, plots and points have their limits too`() {
    let findings = (0..<600).map { Finding("finding \($0)", expected: "", actual: "") }
    let plot = Plot(
      "p", x: .init("x"), y: .init("y"),
      lines: (0..<101).map { _ in Plot.Line("l", (0..<(30_000 / 100)).map { .init(Double($0), 1) }) })
    let report = redacted([
      result(
        .judged(
          by: findings, notes: findings.map(\.what),
          evidence: Evidence(plots: Array(repeating: plot, count: 2))))
    ])
    let kept = report.report.results[0]
    #expect(kept.findings.last?.what == "100 more findings were left out of the report")
    #expect(kept.notes.last == "100 more notes were left out of the report")
    #expect(kept.evidence.plots[0].lines.count == 100)
    #expect(HTMLReport().text(of: report).contains("92 more in report.json"))
  }

  @Test func `Markdown stays below what GitHub shows, and says what it left out`() {
    let results = (0..<3_000).map { number in
      result(
        .judged(by: [Finding("wrong", expected: String(repeating: "x", count: 300), actual: "y")]),
        slug: Slug(stringLiteral: "group/case-\(number)"))
    }
    let text = MarkdownReport().text(of: redacted(results))
    #expect(text.utf8.count < 1_048_576)
    #expect(text.hasSuffix("do not fit on this page; report.html and report.json have everything.\n"))
  }
}
