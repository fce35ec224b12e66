import ConformanceKit

/// A report whose evidence is anything but tidy: no points, one, equal ones, none that is a number, too many of them.
enum OddReport {
  static var redacted: RedactedReport { RedactedReport(report, by: Redactor(secrets: [])) }

  private static var report: RunReport {
    var facts = RunFacts.plain
    facts.level = .informative
    let check = StubCheck(slug: "load/odd", level: .informative, title: "Odd evidence")
    let outcome = CaseOutcome.judged(
      by: [Finding("odd", expected: "\n\n", actual: "")],
      evidence: Evidence(figures: figures, plots: plots, exhibits: exhibits))
    let result = CaseResult(of: check, outcome: outcome, duration: .zero, rerun: "again")
    return RunReport(facts, results: [result], elapsed: .zero)
  }

  private static let hostile = "</svg><script>alert(1)</script> \u{202E}\u{1B}[31m | `x` \" onload='x"

  private static let figures = [
    Figure("not a number", .nan, unit: "s", limit: .atMost(1)),
    Figure("endless", .infinity, limit: .atMost(.infinity)),
    Figure("huge", 1e300, unit: "B"), Figure("tiny", -2.5e-9, unit: "s"),
    Figure("zero", -0.0, limit: .atLeast(.nan)),
    Figure(hostile, 1, unit: hostile, limit: .atMost(.greatestFiniteMagnitude)), Figure("", 1_234_567.5),
  ]

  private static let exhibits = [
    Exhibit(hostile, "\u{1B}[31m<b>\0\u{FFFE}\n```\n", omittedBytes: 1), Exhibit("", "", omittedBytes: 0),
  ]

  private static let plots: [Plot] = [
    plot("no line", []),
    plot("no point", [[]]),
    plot("no number", [[(.nan, 1), (1, .nan), (.infinity, 2), (2, -.infinity)]]),
    plot("one point", [[(5, 3)]], limit: 7),
    plot("the same height", [(0..<20).map { (Double($0), 12.5) }]),
    plot("all zero", [(0..<20).map { (Double($0), 0) }]),
    plot("the same place", [[(1, 1), (1, 2), (1, 3)]]),
    plot("gaps", [(0..<30).map { (Double($0), $0 % 7 == 3 ? .nan : Double($0)) }]),
    plot("below nothing", [(0..<30).map { (Double($0), Double($0) - 15) }], limit: -4),
    plot("giants", [[(0, 1e308), (1e308, -1e308)]], limit: .infinity),
    plot("dwarfs", [[(0, .leastNonzeroMagnitude), (.leastNonzeroMagnitude, 0)]], limit: .nan),
    plot("a limit far away", [[(0, 1), (1, 2)]], limit: 1_000_000),
    plot(hostile, (0..<9).map { line in (0..<5).map { (Double($0), Double($0 * line)) } }),
    plot("a needle in a haystack", [(0..<20_000).map { (Double($0), $0 == 7_777 ? 100 : 10) }]),
  ]

  private static func plot(_ title: String, _ lines: [[(Double, Double)]], limit: Double? = nil) -> Plot {
    Plot(
      title, x: .init(title), y: .init("height", unit: "m"),
      lines: lines.enumerated().map { index, points in
        Plot.Line("line \(index) of \(title)", points.map { Plot.Point($0, $1) })
      }, limit: limit)
  }
}
