extension Comparison {
  /// The differences for a person: a line a case, and a summary.
  public var text: String {
    let width = changes.map(\.slug.visibleLine.count).max() ?? 0
    let lines = changes.map { change in
      let slug = change.slug.visibleLine
      let padding = String(repeating: " ", count: width - slug.count)
      return "\(change.kind.rawValue.padded(to: 8))\(slug)\(padding)  \(change.verdicts)"
    }
    return (lines + (lines.isEmpty ? [] : [""]) + [summary]).joined(separator: "\n") + "\n"
  }

  /// The differences as Markdown, for the comment of a pull request.
  public var markdown: String {
    guard !changes.isEmpty else { return summary + "\n" }
    let rows = changes.map { change in
      "| \(change.kind.rawValue) | \(change.slug.asMarkdownCode) | \(change.verdicts) |"
    }
    return ([summary, "", "| | case | verdict |", "| --- | --- | --- |"] + rows).joined(separator: "\n")
      + "\n"
  }

  private var summary: String {
    let parts = Kind.allCases.compactMap { kind in
      let count = changes.count { $0.kind == kind }
      return count > 0 ? "\(count) \(kind.rawValue)" : nil
    }
    return (parts + ["\(sameCount) as before"]).joined(separator: ", ")
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
