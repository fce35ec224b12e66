// The cases at a glance, and the cases one by one.
extension HTMLReport {
  /// A row a group, a column a level, a square a case; a square leads to the case's explanation, or to its line.
  func matrix(_ report: RunReport) -> Markup {
    let levels = Level.allCases.filter { level in report.results.contains { $0.level == level } }
    guard !levels.isEmpty else { return .empty }
    let heads: [Markup] = levels.map { "<th scope=\"col\">\($0.rawValue)</th>" }
    let rows: [Markup] = report.groups.map { group in
      let cells: [Markup] = levels.map { level in
        "<td>\(Markup(joining: group.results.filter { $0.level == level }.map(square), separator: ""))</td>"
      }
      return "<tr><th scope=\"row\">\(group.name)</th>\(Markup(joining: cells, separator: ""))</tr>"
    }
    return """
      <section>
      <h2>Verdicts</h2>
      <div class="scroll"><table class="matrix">
      <thead><tr><th scope="col">group</th>\(Markup(joining: heads, separator: ""))</tr></thead>
      <tbody>
      \(rows)
      </tbody>
      </table></div>
      \(legend(report.counts))
      </section>
      """
  }

  private func square(_ result: CaseResult) -> Markup {
    let name = "\(result.slug): \(result.verdict.title)"
    return """
      <a class="square \(result.verdict.rawValue)" href="#\(anchor(result))" title="\(name)"><span>\(name)</span></a>
      """
  }

  private func legend(_ counts: VerdictCounts) -> Markup {
    let entries: [Markup] = Verdict.allCases.filter { counts[$0] > 0 }.map {
      "<li><i class=\"square \($0.rawValue)\"></i> \($0.title)</li>"
    }
    return "<ul class=\"legend\" aria-hidden=\"true\">\(Markup(joining: entries, separator: ""))</ul>"
  }

  /// Where the case is told of in full: its explanation, if it has one.
  private func anchor(_ result: CaseResult) -> String {
    (result.isExplained ? "why-" : "case-") + result.anchor
  }

  func allCases(_ report: RunReport) -> Markup {
    guard !report.results.isEmpty else { return .empty }
    let rows: [Markup] = report.results.map { result in
      """
      <tr id="case-\(result.anchor)"><td class="verdict \(result.verdict.rawValue)">\
      \(result.verdict.title)</td><td>\(result.level.rawValue)</td><td><code>\(result.slug.description)</code></td>\
      <td>\(result.title)\(reason(result))</td><td class="number">\(result.duration.secondsText)</td></tr>
      """
    }
    return """
      <section id="cases">
      <h2>All cases</h2>
      <div class="scroll"><table class="cases">
      <thead><tr><th scope="col">verdict</th><th scope="col">level</th><th scope="col">case</th>\
      <th scope="col">what it holds the subject to</th><th scope="col" class="number">time</th></tr></thead>
      <tbody>
      \(rows)
      </tbody>
      </table></div>
      </section>
      """
  }

  /// Why a case was skipped, which is explained nowhere else; and what it noted, if it passed.
  private func reason(_ result: CaseResult) -> Markup {
    guard !result.isExplained else { return .empty }
    let words = result.findings.map(\.headline) + result.notes
    return words.isEmpty ? .empty : "<br><small>\(words.joined(separator: "; "))</small>"
  }
}

extension CaseResult {
  /// The slug as it stands in the names of anchors.
  var anchor: String { slug.description.replacing("/", with: "--") }

  /// Whether the page has an article on the case.
  var isExplained: Bool {
    switch verdict {
    case .passed, .skipped: false
    case .failed, .knownFailure, .warned, .blocked, .setupFailed, .harnessFailed: true
    }
  }
}
