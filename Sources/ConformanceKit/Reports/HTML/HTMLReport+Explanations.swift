// What went wrong, for the one who will mend it.
extension HTMLReport {
  func explanations(_ report: RunReport) -> [Markup] {
    guard !report.explained.isEmpty else { return [] }
    let articles: Markup = "\(report.explained.map(article))"
    return ["<section>\n<h2>What to look at</h2>\n\(articles)\n</section>"]
  }

  private func article(_ result: CaseResult) -> Markup {
    """
    <article id="why-\(result.slug.description.replacing("/", with: "--"))" class="\(result.verdict.rawValue)">
    <h3><span class="verdict \(result.verdict.rawValue)">\(result.verdict.title)</span> \
    <code>\(result.slug.description)</code> <small>\(result.level.rawValue)</small></h3>
    <p>\(result.title)</p>
    \(contract(result.citations))
    <ol class="findings">
    \(result.findingsBesideCitations.map(finding))
    </ol>
    \(notes(result.notes))
    <p class="rerun">Again, alone: <code>\(result.rerun)</code></p>
    </article>
    """
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
      \(comparison(finding))\(citation(finding))\(hint(finding))</li>
      """
  }

  /// Expected against actual, as a diff: a line that is missing with `-`, one that is too much with `+`.
  private func comparison(_ finding: Finding) -> Markup {
    let lines =
      diff(finding.expected, sign: "-", word: "expected") + diff(finding.actual, sign: "+", word: "actual")
    guard !lines.isEmpty else { return .empty }
    return "<pre class=\"diff\">\(Markup(joining: lines, separator: ""))</pre>\n"
  }

  private func diff(_ text: String?, sign: String, word: String) -> [Markup] {
    guard let text else { return [] }
    return LabelledText.lines(text).enumerated().map { index, line in
      let label: Markup = index == 0 ? "<span class=\"label\">\(word)</span>" : .empty
      return "<span class=\"\(word)\">\(label)<i>\(sign) </i>\(line)</span>"
    }
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
