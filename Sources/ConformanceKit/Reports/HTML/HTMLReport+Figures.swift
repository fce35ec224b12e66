// What the cases have measured: tables of figures, pictures of courses.
extension HTMLReport {
  /// All cases with figures or plots, each with its pictures side by side.
  func measurements(_ report: RunReport) -> Markup {
    let measured = report.measured
    guard !measured.isEmpty else { return .empty }
    return """
      <section id="measured">
      <h2>\(report.measuredTitle)</h2>
      \(measured.map(measurement))
      </section>
      """
  }

  private func measurement(_ result: CaseResult) -> Markup {
    """
    <div class="measured" id="measured-\(result.anchor)">
    <h3><span class="verdict \(result.verdict.rawValue)">\(result.verdict.title)</span> \
    <code>\(result.slug.description)</code> <small>\(result.level.rawValue)</small></h3>
    <p>\(result.title)</p>
    \(table(result.evidence.figures))
    \(pictures(result))
    </div>
    """
  }

  func table(_ figures: [Figure]) -> Markup {
    guard !figures.isEmpty else { return .empty }
    let rows: [Markup] = figures.map { figure in
      """
      <tr><th scope="row">\(figure.name)</th><td class="number">\(figure.valueText)</td>\
      <td class="number">\(figure.limitText ?? "")</td>\(keeping(figure))</tr>
      """
    }
    return """
      <div class="scroll"><table class="figures">
      <thead><tr><th scope="col">figure</th><th scope="col" class="number">value</th>\
      <th scope="col" class="number">limit</th><th scope="col"><span class="unseen">kept</span></th></tr></thead>
      <tbody>
      \(rows)
      </tbody>
      </table></div>
      """
  }

  private func keeping(_ figure: Figure) -> Markup {
    guard figure.limit != nil else { return "<td></td>" }
    return figure.isKept
      ? "<td class=\"verdict passed\">✓<span class=\"word\"> kept</span></td>"
      : "<td class=\"verdict failed\">✕<span class=\"word\"> broken</span></td>"
  }

  private func pictures(_ result: CaseResult) -> Markup {
    let plots = result.evidence.plots
    guard !plots.isEmpty else { return .empty }
    let pictures = plots.prefix(HTMLReport.mostPlots).enumerated().map { index, plot in
      PlotPicture(plot: plot, id: "plot-\(result.anchor)-\(index)").markup
    }
    let surplus = plots.count - HTMLReport.mostPlots
    let rest: Markup = surplus > 0 ? "\n<p>\(surplus) more plots in report.json</p>" : .empty
    return "<div class=\"plots\">\n\(pictures)\n</div>\(rest)"
  }

  /// How many pictures of a case are drawn.
  private static let mostPlots = 24
}

extension RunReport {
  /// The results with figures or plots, in the order of the slugs.
  var measured: [CaseResult] {
    results.filter { !$0.evidence.figures.isEmpty || !$0.evidence.plots.isEmpty }
  }

  /// What reports call the part about them.
  var measuredTitle: String {
    measured.allSatisfy { $0.slug.group == "load" } ? "Load behaviour" : "What was measured"
  }
}
