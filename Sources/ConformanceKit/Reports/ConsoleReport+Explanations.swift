extension ConsoleReport {
  /// A section for every case that has something to explain, gravest first.
  func explanations(_ report: RunReport) -> [[String]] {
    let explained = report.explained
    // Who has a hundred failing cases reads how they begin; who looks at one of them reads it all.
    let most = explained.count <= Self.fewCases ? Self.mostFindings : Self.firstFindings
    return explained.map { result in
      head(of: result) + findings(of: result, most: most) + tail(of: result)
    }
  }

  private static let fewCases = 3
  private static let mostFindings = 50
  private static let firstFindings = 5

  private func head(of result: CaseResult) -> [String] {
    let verdict = colouring.paint(result.verdict.title.uppercased(), as: result.verdict)
    let contract = result.citations.map { Detail(label: "contract", text: $0.line) }
    return ["\(verdict)  \(result.slug)  (\(result.level.rawValue))", "  \(result.title.visibleLine)"]
      + contract.flatMap { LabelledText.lines($0, indent: 2) }
  }

  private func findings(of result: CaseResult, most: Int) -> [String] {
    let findings = result.findingsBesideCitations
    let lines = findings.prefix(most).enumerated().flatMap { findingLines(number: $0 + 1, $1) }
    let rest = findings.count - most
    return rest > 0 ? lines + ["  … and \(rest) more: run just this case, or look into report.html"] : lines
  }

  private func tail(of result: CaseResult) -> [String] {
    let notes = result.notes.map { Detail(label: "note", text: $0) }
    let rerun = Detail(label: "rerun", text: result.rerun)
    return (notes + [rerun]).flatMap { LabelledText.lines($0, indent: 2) }
  }

  private func findingLines(number: Int, _ finding: Finding) -> [String] {
    let advice = finding.weight == .advice ? "advice: " : ""
    return ["  \(number). \(advice)\(finding.headline.visibleLine)"]
      + LabelledText.lines(of: finding, indent: 5)
  }

  /// One line for each skipped case: an interrupted run has many of them.
  func skips(_ report: RunReport) -> [String] {
    let skipped = report.results.filter { $0.verdict == .skipped }
    let width = skipped.reduce(0) { max($0, $1.slug.description.utf8.count) }
    return skipped.map { result in
      let reasons = result.findings.map(\.headline.visibleLine).joined(separator: "; ")
      return "skipped  \(result.slug.description.padded(to: width))  \(reasons)"
    }
  }
}
