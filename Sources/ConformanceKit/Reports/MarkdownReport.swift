import ExitCodes

/// The report as GitHub-flavoured Markdown, for the summary page of a CI job.
///
/// Counts first, then every case that has something to explain, then figures, then all cases folded away. What would make
/// the page longer than GitHub shows is left out with a word about it.
public struct MarkdownReport: ReportFormat {
  /// Makes the format.
  public init() {}

  /// The whole report as text, with a line feed at its end.
  public func text(of redacted: RedactedReport) -> String {
    let report = redacted.report
    let sections =
      [heading(report), counts(report)] + report.explained.map(explanation) + [
        figures(report), skips(report), allCases(report),
      ]
    let texts = sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
    return fitting(texts).joined(separator: "\n\n") + "\n"
  }

  /// GitHub refuses the summary of a step beyond 1 MiB, and other steps may have written some of it.
  private static let mostBytes = 1_000_000

  /// The sections that fit one after the other, and a last line if some did not.
  private func fitting(_ sections: [String]) -> [String] {
    var left = MarkdownReport.mostBytes
    let fitting = sections.filter { section in
      guard section.utf8.count + 2 <= left else { return false }
      left -= section.utf8.count + 2
      return true
    }
    let missing = sections.count - fitting.count
    guard missing > 0 else { return fitting }
    let what = missing == 1 ? "1 section does" : "\(missing) sections do"
    return fitting + ["**Cut:** \(what) not fit on this page; report.html and report.json have everything."]
  }

  private func heading(_ report: RunReport) -> [String] {
    let (facts, code) = (report.facts, ExitCode(for: report))
    let level = facts.level.rawValue + (facts.isStrict ? ", strict" : "")
    let partial = report.wasInterrupted ? " The run was interrupted: this report is partial." : ""
    return [
      "## \(facts.tool.inMarkdown): exit \(code.rawValue), \(code.meaning)",
      "",
      "Version \(facts.version.inMarkdown), level \(level), "
        + "started \(facts.startedAt.inMarkdown), took \(report.elapsed.secondsText).\(partial)",
      "",
      "Subject: \(facts.subject.asMarkdownCode)",
    ]
  }

  private func counts(_ report: RunReport) -> [String] {
    let counts = report.counts
    let columns =
      Verdict.allCases.map { ($0.title, counts[$0]) }
      + [("total", counts.total), ("**unverified**", counts.unverified)]
    return [
      "| " + columns.map(\.0).joined(separator: " | ") + " |",
      "|" + String(repeating: " ---: |", count: columns.count),
      "| " + columns.map { String($0.1) }.joined(separator: " | ") + " |",
    ]
  }

  private func explanation(_ result: CaseResult) -> [String] {
    let head = "### \(result.verdict.title): `\(result.slug)` (\(result.level.rawValue))"
    let contract = result.citations.map { "- contract: \($0.line.inMarkdown)" }
    let findings = result.findingsBesideCitations.flatMap(lines)
    let notes = result.notes.map { "- note: \($0.inMarkdown)" }
    let rerun = "- rerun: \(result.rerun.asMarkdownCode)"
    return [head, "", result.title.inMarkdown, ""] + contract + findings + notes + [rerun]
  }

  private func lines(of finding: Finding) -> [String] {
    let advice = finding.weight == .advice ? "advice: " : ""
    return ["- \(advice)**\(finding.headline.inMarkdown)**"] + finding.details.flatMap(lines)
  }

  /// What the subject said or should have said is quoted as code; what the case says about it is text.
  private func lines(of detail: Detail) -> [String] {
    let head = "  - \(detail.label):"
    guard detail.isQuotation else { return ["\(head) \(detail.text.inMarkdown)"] }
    let lines = LabelledText.lines(detail.text)
    return lines.count == 1
      ? ["\(head) \(lines[0].asMarkdownCode)"] : [head] + lines.asMarkdownBlock(indent: 4)
  }

  private func figures(_ report: RunReport) -> [String] {
    let measured = report.measured.filter { !$0.evidence.figures.isEmpty }
    guard !measured.isEmpty else { return [] }
    let rows = measured.flatMap { result in
      result.evidence.figures.map { figure in
        let cells = [figure.name, figure.valueText, figure.limitText ?? ""].map(\.inMarkdown)
        let keeping = figure.isKept ? figure.keepingText : "**\(figure.keepingText)**"
        return "| `\(result.slug)` | \(cells.joined(separator: " | ")) | \(keeping) |"
      }
    }
    return [
      "### \(report.measuredTitle)", "", "| case | figure | value | limit | |",
      "| --- | --- | ---: | ---: | --- |",
    ]
      + rows
  }

  private func skips(_ report: RunReport) -> [String] {
    report.results.filter { $0.verdict == .skipped }.map { result in
      "- skipped `\(result.slug)`: \(result.findings.map(\.headline).joined(separator: "; ").inMarkdown)"
    }
  }

  private func allCases(_ report: RunReport) -> [String] {
    let head = ["| verdict | level | case | about | time |", "| --- | --- | --- | --- | ---: |"]
    let rows = report.results.map { result in
      "| \(result.verdict.title) | \(result.level.rawValue) | `\(result.slug)` | "
        + "\(result.title.inMarkdown) | \(result.duration.secondsDecimal) s |"
    }
    return ["<details><summary>\(report.counts.summary)</summary>", ""]
      + head + rows + ["", "</details>"]
  }
}
