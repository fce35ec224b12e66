extension Comparison {
  /// The differences for a person: a line a case, a line a figure, and a summary.
  public var text: String {
    let width = changes.map(\.slug.visibleLine.count).max() ?? 0
    let lines = changes.map { change in
      let slug = change.slug.visibleLine
      let padding = String(repeating: " ", count: width - slug.count)
      return "\(change.kind.rawValue.padded(to: 8))\(slug)\(padding)  \(change.verdicts)"
    }
    let parts = [lines, FigureTable(figures).lines, [summary]].filter { !$0.isEmpty }
    return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// The differences as Markdown, for the comment of a pull request.
  public var markdown: String {
    let rows = changes.map { change in
      "| \(change.kind.rawValue) | \(change.slug.asMarkdownCode) | \(change.verdicts) |"
    }
    let cases = rows.isEmpty ? [] : ["| | case | verdict |", "| --- | --- | --- |"] + rows
    let parts = [[summary], cases, FigureTable(figures).markdown].filter { !$0.isEmpty }
    return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var summary: String {
    let parts = Kind.allCases.compactMap { kind in
      let count = changes.count { $0.kind == kind }
      return count > 0 ? "\(count) \(kind.rawValue)" : nil
    }
    let verdicts = (parts + ["\(sameCount) as before"]).joined(separator: ", ")
    return figures.isEmpty ? verdicts : "\(verdicts); \(figureSummary)"
  }

  private var figureSummary: String {
    FigureChange.Kind.allCases.compactMap { kind in
      let count = figures.count { $0.kind == kind }
      return count > 0 ? kind.counted(count) : nil
    }.joined(separator: ", ")
  }
}

extension FigureChange.Kind {
  /// `1 limit broken`, `2 figures moved`
  fileprivate func counted(_ count: Int) -> String {
    let noun = self == .moved ? "figure" : "limit"
    let verb =
      switch self {
      case .broken: "broken"
      case .kept: "kept again"
      case .moved: "moved"
      }
    return "\(count) \(noun)\(count == 1 ? "" : "s") \(verb)"
  }
}

extension Comparison.Change {
  /// The verdicts, such as `passed → failed`.
  fileprivate var verdicts: String {
    switch (before, after) {
    case (let before?, let after?): "\(before.title) → \(after.title)"
    case (nil, let after?): after.title
    case (let before?, nil): "was \(before.title)"
    case (nil, nil): ""
    }
  }
}
