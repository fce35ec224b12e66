/// The report as JUnit XML, in the shape that CI systems read: a suite per group, a test case per case.
///
/// Failed is a `failure`; a failed set-up or harness an `error`; skipped, blocked and known failures are `skipped`. JUnit has
/// no warning: a warned case passes (in a strict run it is a `failure`), and its findings stand in its output.
public struct JUnitReport: ReportFormat {
  /// Makes the format.
  public init() {}

  /// The whole report as text, with a line feed at its end.
  public func text(of redacted: RedactedReport) -> String {
    let report = redacted.report
    var root = XMLElement(name: "testsuites")
    // The whole has neither `skipped` nor `timestamp` in Jenkins's schema, which its xUnit plug-in holds files to.
    root.attributes =
      [("name", report.facts.tool.visibleLine)] + tallies(report.results, report.facts).dropLast()
    root.attributes += [("time", report.elapsed.secondsDecimal)]
    root.children = report.groups.map { suite($0.name, $0.results, report.facts) }
    return (["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"] + root.lines()).joined(separator: "\n") + "\n"
  }

  private func suite(_ name: String, _ results: [CaseResult], _ facts: RunFacts) -> XMLElement {
    let time = results.reduce(Duration.zero) { $0 + $1.duration }
    var suite = XMLElement(name: "testsuite", attributes: [("name", name)])
    suite.attributes += tallies(results, facts)
    suite.attributes += [("time", time.secondsDecimal), ("timestamp", facts.startedAt.visibleLine)]
    suite.children = [properties(facts, results)] + results.map { testCase($0, isStrict: facts.isStrict) }
    return suite
  }

  private func tallies(_ results: [CaseResult], _ facts: RunFacts) -> [(name: String, value: String)] {
    let outcomes = results.map { outcomeName($0.verdict, isStrict: facts.isStrict) }
    func count(_ name: String) -> String { String(outcomes.count { $0 == name }) }
    return [
      ("tests", String(results.count)), ("failures", count("failure")), ("errors", count("error")),
      ("skipped", count("skipped")),
    ]
  }

  /// The facts, and the figures of all cases: a test case has no properties of its own in Jenkins's schema.
  private func properties(_ facts: RunFacts, _ results: [CaseResult]) -> XMLElement {
    let values = [
      ("tool", "\(facts.tool) \(facts.version)"), ("subject", facts.subject), ("level", facts.level.rawValue),
      ("strict", String(facts.isStrict)),
    ]
    let figures = results.flatMap { result in
      result.evidence.figures.map { ("\(result.slug.name): \($0.name)", $0.text) }
    }
    return XMLElement(
      name: "properties",
      children: (values + figures).map { name, value in
        XMLElement(
          name: "property", attributes: [("name", name.visibleLine), ("value", value.visibleLine)])
      })
  }
}

extension JUnitReport {
  private func testCase(_ result: CaseResult, isStrict: Bool) -> XMLElement {
    var element = XMLElement(name: "testcase")
    element.attributes = [
      ("classname", result.slug.group), ("name", result.slug.name), ("time", result.duration.secondsDecimal),
    ]
    let outcome = outcomeName(result.verdict, isStrict: isStrict).map { self.outcome($0, of: result) }
    element.children = [outcome, output(of: result)].compactMap(\.self)
    return element
  }

  /// The element that JUnit marks a verdict with; nil for a test case that passes.
  private func outcomeName(_ verdict: Verdict, isStrict: Bool) -> String? {
    switch verdict {
    case .passed: nil
    case .warned: isStrict ? "failure" : nil
    case .failed: "failure"
    case .skipped, .blocked, .knownFailure: "skipped"
    case .setupFailed, .harnessFailed: "error"
    }
  }

  private func outcome(_ name: String, of result: CaseResult) -> XMLElement {
    let message = result.findings.map(\.headline.visibleLine).joined(separator: "; ")
    var element = XMLElement(name: name, attributes: [("message", message)])
    guard name != "skipped" else { return element }
    element.attributes.append(("type", result.verdict.rawValue))
    element.text = body(of: result)
    return element
  }

  /// What the case is about; for a warning, which has no element of its own, also what it found.
  private func output(of result: CaseResult) -> XMLElement {
    let title = ["\(result.verdict.title) (\(result.level.rawValue)): \(result.title.visibleLine)"]
    let findings = result.verdict == .warned ? result.findingsBesideCitations.flatMap(lines) : []
    let notes = result.notes.flatMap { LabelledText.lines(Detail(label: "note", text: $0), indent: 0) }
    let figures = result.evidence.figures.map { "\($0.name): \($0.text)".visibleLine }
    return XMLElement(name: "system-out", text: (title + findings + notes + figures).joined(separator: "\n"))
  }

  private func body(of result: CaseResult) -> String {
    let citations = result.citations.map { Detail(label: "contract", text: $0.line) }
    let rerun = Detail(label: "rerun", text: result.rerun)
    let tail = (citations + [rerun]).flatMap { LabelledText.lines($0, indent: 0) }
    return (result.findingsBesideCitations.flatMap(lines) + tail).joined(separator: "\n")
  }

  private func lines(of finding: Finding) -> [String] {
    [finding.headline.visibleLine] + LabelledText.lines(of: finding, indent: 2)
  }
}
