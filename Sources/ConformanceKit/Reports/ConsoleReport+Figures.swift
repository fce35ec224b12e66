extension ConsoleReport {
  /// A table of what the cases have measured; each case is named once.
  func figures(_ report: RunReport) -> [String] {
    let rows = report.measured.flatMap { result in
      result.evidence.figures.enumerated().map { index, figure in
        FigureRow(figure, slug: index == 0 ? result.slug.description : "")
      }
    }
    guard !rows.isEmpty else { return [] }
    let widths = FigureRow.Widths(rows)
    return [report.measuredTitle] + rows.map { row in row.text(widths, colouring) }
  }
}

/// A line of the table: values and limits stand to the right, so that they can be compared.
private struct FigureRow {
  let slug, name, value, limit, keeping: String
  let isKept: Bool

  init(_ figure: Figure, slug: String) {
    self.slug = slug
    name = figure.name.visibleLine
    value = figure.valueText.visibleLine
    limit = figure.limitText?.visibleLine ?? ""
    keeping = figure.keepingText
    isKept = figure.isKept
  }

  struct Widths {
    let slug, name, value, limit: Int

    init(_ rows: [FigureRow]) {
      func widest(_ column: KeyPath<FigureRow, String>) -> Int {
        rows.map { $0[keyPath: column].count }.max() ?? 0
      }
      (slug, name, value, limit) = (widest(\.slug), widest(\.name), widest(\.value), widest(\.limit))
    }
  }

  func text(_ widths: Widths, _ colouring: Colouring) -> String {
    let columns = [
      slug.filled(to: widths.slug), name.filled(to: widths.name), value.pushed(to: widths.value),
      limit.pushed(to: widths.limit),
      keeping.isEmpty || isKept ? keeping : colouring.paint(keeping, as: .failed),
    ]
    return columns.joined(separator: "  ").trimmingEnd
  }
}

extension String {
  /// The text with spaces after it; counted as a person counts, not in bytes.
  fileprivate func filled(to width: Int) -> String { self + spaces(width) }

  /// The text with spaces before it.
  fileprivate func pushed(to width: Int) -> String { spaces(width) + self }

  private func spaces(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) }
}
