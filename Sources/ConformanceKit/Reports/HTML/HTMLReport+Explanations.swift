// What went wrong, for the one who will mend it.
extension HTMLReport {
  func explanations(_ report: RunReport) -> [Markup] {
    guard !report.explained.isEmpty else { return [] }
    let explained = report.explained
    let articles: Markup = "\(explained.map { article($0, among: explained.count) })"
    return ["<section id=\"why\">\n<h2>What to look at</h2>\n\(articles)\n</section>"]
  }

  private func article(_ result: CaseResult, among others: Int) -> Markup {
    """
    <article id="why-\(result.anchor)" class="\(result.verdict.rawValue)">
    <h3><span class="verdict \(result.verdict.rawValue)">\(result.verdict.title)</span> \
    <code>\(result.slug.description)</code> <small>\(result.level.rawValue)</small></h3>
    <p>\(result.title)</p>
    \(contract(result.citations))
    <ol class="findings">
    \(result.findingsBesideCitations.map(finding))
    </ol>
    \(notes(result.notes))
    \(figures(of: result))
    \(exhibits(result.evidence.exhibits, among: others))
    <p class="why">Again, alone:</p>
    <pre class="rerun">\(result.rerun)</pre>
    </article>
    """
  }

  /// The figures of the case; its pictures stand with those of the other cases.
  private func figures(of result: CaseResult) -> Markup {
    let courses: Markup =
      result.evidence.plots.isEmpty
      ? .empty : "\n<p class=\"why\"><a href=\"#measured-\(result.anchor)\">How it went, as a picture</a></p>"
    return "\(table(result.evidence.figures))\(courses)"
  }

  private func contract(_ citations: [Citation]) -> Markup {
    guard !citations.isEmpty else { return .empty }
    let lines: [Markup] = citations.map {
      "<li><b>\($0.document) \($0.place)</b> \($0.text)</li>"
    }
    return "<ul class=\"contract\">\n\(lines)\n</ul>"
  }

  private func notes(_ notes: [String]) -> Markup {
    guard !notes.isEmpty else { return .empty }
    let lines: [Markup] = notes.map { "<li>\($0)</li>" }
    return "<ul class=\"notes\">\n\(lines)\n</ul>"
  }

  private func finding(_ finding: Finding) -> Markup {
    let advice: Markup = finding.weight == .advice ? "<span class=\"advice\">advice</span> " : .empty
    let moment: Markup = finding.moment.map { " <small>\($0)</small>" } ?? .empty
    return """
      <li>\(advice)<b>\(finding.what)</b>\(moment)
      \(difference(finding))\(citation(finding))\(hint(finding))</li>
      """
  }

  private func citation(_ finding: Finding) -> Markup {
    finding.citation.map { "<p class=\"why\">Contract: <b>\($0.document) \($0.place)</b> \($0.text)</p>\n" }
      ?? .empty
  }

  /// A hint may quote many lines, such as the last words of a subject.
  private func hint(_ finding: Finding) -> Markup {
    guard let hint = finding.hint else { return .empty }
    let lines = LabelledText.lines(hint)
    guard lines.count > 1 else { return "<p class=\"why\">Hint: \(hint)</p>\n" }
    let quoted: [Markup] = lines.map { "\($0)" }
    return "<p class=\"why\">Hint:</p>\n<pre class=\"quotation\">\(Markup(joining: quoted))</pre>\n"
  }
}
