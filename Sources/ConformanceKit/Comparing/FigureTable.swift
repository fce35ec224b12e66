/// The figures that differ between two runs, as lines for a person.
struct FigureTable {
  private let changes: [FigureChange]

  init(_ changes: [FigureChange]) {
    self.changes = changes
  }

  /// Lines with aligned columns: what happened, the case, the figure, and its values.
  var lines: [String] {
    let rows = changes.map { change in
      [change.kind.rawValue, change.slug.visibleLine, change.name.visibleLine, change.values.visibleLine]
    }
    let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths + [0]).map { cell, width in
        cell + String(repeating: " ", count: max(0, width - cell.count))
      }.joined(separator: "  ")
    }
  }

  /// The lines of a Markdown table.
  var markdown: [String] {
    guard !changes.isEmpty else { return [] }
    return ["| | case | figure | value |", "| --- | --- | --- | --- |"]
      + changes.map { change in
        "| \(change.kind.rawValue) | \(change.slug.asMarkdownCode) | \(change.name.inMarkdown) "
          + "| \(change.values.inMarkdown) |"
      }
  }
}

extension FigureChange {
  /// `6 → 9 calls, +50 %`
  fileprivate var values: String {
    let numbers = [before, after].map { $0?.readable ?? "not a number" }.joined(separator: " → ")
    return [unit.isEmpty ? numbers : "\(numbers) \(unit)", share].compactMap(\.self).joined(separator: ", ")
  }

  private var share: String? {
    guard let before, let after, before != 0 else { return nil }
    let percent = (100 * (after - before) / before.magnitude).rounded()
    guard percent != 0, percent.magnitude < 1e6 else { return nil }
    return "\(percent < 0 ? "" : "+")\(percent.shortest) %"
  }
}
