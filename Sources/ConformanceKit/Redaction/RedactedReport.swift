/// A report in which every free text has been redacted, and then cut to what a report can carry; the only kind that can
/// be rendered.
public struct RedactedReport: Sendable, Equatable {
  /// The report without secrets.
  public let report: RunReport

  /// Redacts everything in a report that is not a slug, a level, a verdict or a number.
  public init(_ report: RunReport, by redactor: Redactor) {
    self.report = RunReport(
      report.facts.redacted(by: redactor),
      results: report.results.map { $0.redacted(by: redactor).withinLimits },
      elapsed: report.elapsed,
      wasInterrupted: report.wasInterrupted)
  }
}

extension RunFacts {
  fileprivate func redacted(by redactor: Redactor) -> RunFacts {
    var facts = self
    facts.subject = redactor.redacted(subject)
    facts.startedAt = redactor.redacted(startedAt)
    facts.command = redactor.redacted(command)
    return facts
  }
}

extension CaseResult {
  fileprivate func redacted(by redactor: Redactor) -> CaseResult {
    var result = self
    result.title = redactor.redacted(title)
    result.findings = findings.map { $0.redacted(by: redactor) }
    result.notes = notes.map(redactor.redacted)
    result.evidence = evidence.redacted(by: redactor)
    result.citations = citations.map { $0.redacted(by: redactor) }
    result.rerun = redactor.redacted(rerun)
    return result
  }
}

extension Evidence {
  /// Figures and plots are numbers under names that the judge's own source gives.
  fileprivate func redacted(by redactor: Redactor) -> Evidence {
    var evidence = self
    for index in exhibits.indices {
      evidence.exhibits[index].title = redactor.redacted(exhibits[index].title)
      evidence.exhibits[index].text = redactor.redacted(exhibits[index].text)
    }
    return evidence
  }
}

extension Finding {
  fileprivate func redacted(by redactor: Redactor) -> Finding {
    var finding = self
    finding.what = redactor.redacted(what)
    finding.expected = expected.map(redactor.redacted)
    finding.actual = actual.map(redactor.redacted)
    finding.moment = moment.map(redactor.redacted)
    finding.citation = citation?.redacted(by: redactor)
    finding.hint = hint.map(redactor.redacted)
    return finding
  }
}

extension Citation {
  fileprivate func redacted(by redactor: Redactor) -> Citation {
    Citation(redactor.redacted(document), redactor.redacted(place), redactor.redacted(text))
  }
}
