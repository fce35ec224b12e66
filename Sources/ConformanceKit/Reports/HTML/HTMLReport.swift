import ExitCodes

/// The report as one HTML page that needs nothing else: no script, no font, no picture from elsewhere.
///
/// On top what the run came to; then the verdict matrix, a square a case; then every case that needs an explanation, so
/// that its reader can mend the subject; at the end all cases. Light or dark as the reader's system is; legible on paper,
/// without colours, and on a narrow screen.
public struct HTMLReport: ReportFormat {
  /// Makes the format.
  public init() {}

  /// The whole page, with a line feed at its end.
  public func text(of redacted: RedactedReport) -> String {
    let report = redacted.report
    let page: Markup = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(title(report))</title>
      <style>
      \(HTMLStyle.sheet)
      \(HTMLStyle.evidence)
      </style>
      </head>
      <body>
      <main>
      \(sections(report))
      </main>
      </body>
      </html>

      """
    return page.html
  }

  private func title(_ report: RunReport) -> String {
    "\(report.facts.tool): \(report.counts.summary)"
  }

  private func sections(_ report: RunReport) -> [Markup] {
    [heading(report), facts(report), tiles(report.counts), contents(report), matrix(report)]
      + explanations(report) + [measurements(report), allCases(report)]
  }

  private func heading(_ report: RunReport) -> Markup {
    let code = ExitCode(for: report)
    let partial: Markup =
      report.wasInterrupted
      ? "\n<p class=\"partial\">The run was interrupted: this report is partial.</p>" : .empty
    return """
      <header class="exit-\(Int(code.rawValue))">
      <p class="tool">\(report.facts.tool) \(report.facts.version)</p>
      <h1>\(headline(of: report))</h1>
      <p class="exit">Exit \(Int(code.rawValue)): \(code.meaning)</p>\(partial)
      </header>
      """
  }

  /// What the run came to, in the words of a person.
  private func headline(of report: RunReport) -> String {
    let counts = report.counts
    if counts.total == 0 { return "No case was run" }
    if counts[.failed] > 0 { return "\(counts[.failed]) of \(cases(counts.total)) failed" }
    let verified = counts[.passed] + counts[.warned]
    let passed =
      verified < counts.total
      ? "\(verified) of \(cases(counts.total))" : (verified > 1 ? "All " : "") + cases(verified)
    return "\(passed) passed" + (counts[.warned] > 0 ? ", \(counts[.warned]) with a warning" : "")
  }

  private func cases(_ number: Int) -> String { number == 1 ? "1 case" : "\(number) cases" }

  private func facts(_ report: RunReport) -> Markup {
    let facts = report.facts
    return """
      <dl class="facts">
      <div><dt>Subject</dt><dd><code>\(facts.subject)</code></dd></div>
      <div><dt>Level</dt><dd>\(facts.level.rawValue)\(facts.isStrict ? ", strict" : "")</dd></div>
      <div><dt>Started</dt><dd>\(facts.startedAt)</dd></div>
      <div><dt>Took</dt><dd>\(report.elapsed.secondsText)</dd></div>
      </dl>
      """
  }

  /// Where to jump to; a page of one part needs no contents.
  private func contents(_ report: RunReport) -> Markup {
    let entries: [(anchor: String, title: String, count: Int)] = [
      ("why", "What to look at", report.explained.count),
      ("measured", report.measuredTitle, report.measured.count),
      ("cases", "All cases", report.results.count),
    ].filter { $0.2 > 0 }
    guard entries.count > 1 else { return .empty }
    let links: [Markup] = entries.map {
      "<a href=\"#\($0.anchor)\">\($0.title)</a> <small>\($0.count)</small>"
    }
    return "<nav>\(Markup(joining: links, separator: " · "))</nav>"
  }

  private func tiles(_ counts: VerdictCounts) -> Markup {
    let tiles: [Markup] = Verdict.allCases.filter { counts[$0] > 0 }.map { verdict in
      "<li class=\"\(verdict.rawValue)\"><b>\(counts[verdict])</b> \(verdict.title)</li>"
    }
    return """
      <ul class="tiles">
      \(tiles)
      <li class="unverified"><b>\(counts.unverified)</b> unverified</li>
      </ul>
      """
  }
}
