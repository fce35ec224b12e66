import ExitCodes

/// The report as JSON, for other programs: every key always there and in this order, what there is none of null.
///
/// ``schema`` describes each key. What a run comes to stands first, then `results` in the order of the slugs. Verdicts are
/// spelt as in ``Verdict``, levels as in ``Level``.
public struct JSONReport: ReportFormat {
  /// The version of the shape; it grows when a key changes its meaning or goes, not when one is added.
  public static let schemaVersion = 1

  /// Makes the format.
  public init() {}

  /// The whole report as text, with a line feed at its end.
  public func text(of redacted: RedactedReport) -> String {
    let report = redacted.report
    let facts = report.facts
    let tool: JSONValue = .object([("name", .string(facts.tool)), ("version", .string(facts.version))])
    let document: JSONValue = .object([
      ("schemaVersion", .integer(JSONReport.schemaVersion)),
      ("tool", tool),
      ("subject", .string(facts.subject)),
      ("startedAt", .string(facts.startedAt)),
      ("level", .string(facts.level.rawValue)),
      ("strict", .bool(facts.isStrict)),
      ("command", .string(facts.command)),
      ("interrupted", .bool(report.wasInterrupted)),
      ("elapsedSeconds", .number(report.elapsed.secondsDecimal)),
      ("exitCode", .integer(ExitCode(for: report).rawValue)),
      ("counts", counts(report.counts)),
      ("results", .array(report.results.map(result))),
    ])
    return document.text() + "\n"
  }

  private func counts(_ counts: VerdictCounts) -> JSONValue {
    .object(
      Verdict.allCases.map { ($0.rawValue, .integer(counts[$0])) }
        + [("total", .integer(counts.total)), ("unverified", .integer(counts.unverified))])
  }

  private func result(_ result: CaseResult) -> JSONValue {
    .object([
      ("slug", .string(result.slug.description)),
      ("group", .string(result.slug.group)),
      ("title", .string(result.title)),
      ("level", .string(result.level.rawValue)),
      ("verdict", .string(result.verdict.rawValue)),
      ("durationSeconds", .number(result.duration.secondsDecimal)),
      ("citations", .array(result.citations.map(citation))),
      ("findings", .array(result.findings.map(finding))),
      ("notes", .array(result.notes.map(JSONValue.string))),
      ("figures", .array(result.evidence.figures.map(figure))),
      ("plots", .array(result.evidence.plots.map(plot))),
      ("exhibits", .array(result.evidence.exhibits.map(exhibit))),
      ("rerun", .string(result.rerun)),
    ])
  }

  private func finding(_ finding: Finding) -> JSONValue {
    .object([
      ("weight", .string(finding.weight.rawValue)),
      ("what", .string(finding.what)),
      ("moment", .optional(finding.moment)),
      ("expected", .optional(finding.expected)),
      ("actual", .optional(finding.actual)),
      ("citation", finding.citation.map(citation) ?? .null),
      ("hint", .optional(finding.hint)),
    ])
  }

  private func citation(_ citation: Citation) -> JSONValue {
    .object([
      ("document", .string(citation.document)), ("place", .string(citation.place)),
      ("text", .string(citation.text)),
    ])
  }
}
