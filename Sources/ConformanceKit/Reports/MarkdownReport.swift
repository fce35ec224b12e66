import ExitCodes

/// The report as GitHub-flavoured Markdown, for the summary page of a CI job.
///
/// Counts first, then every case that has something to explain, then all cases folded away.
public struct MarkdownReport: ReportFormat {
  /// Makes the format.
  public init() {}

  /// The whole report as text, with a line feed at its end.
  public func text(of redacted: RedactedReport) -> String {
    let report = redacted.report
    let sections =
      [heading(report), counts(report)] + report.explained.map(explanation) + [
        skips(report), allCases(report),
      ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
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
