// Expected against actual, as a diff: a line that is missing with `-`, one that is too much with `+`.
extension HTMLReport {
  /// How many lines of a diff are shown; JSON has all of them.
  private static let mostLines = 48

  func difference(_ finding: Finding) -> Markup {
    let expected = finding.expected.map(\.visibleLines) ?? []
    let actual = finding.actual.map(\.visibleLines) ?? []
    guard finding.expected != nil || finding.actual != nil else { return .empty }
    let all = changes(from: expected, to: actual)
    let surplus = all.count - HTMLReport.mostLines
    let shown = surplus > 0 ? all.prefix(HTMLReport.mostLines - 1) : all[...]
    let rest: [Markup] = surplus > 0 ? ["<span class=\"gap\">… \(surplus + 1) more lines</span>"] : []
    return "<pre class=\"diff\">\(Markup(joining: shown + rest, separator: ""))</pre>\n"
  }

  private func changes(from expected: [String], to actual: [String]) -> [Markup] {
    if expected.count == 1, actual.count == 1, let change = LineChange(from: expected[0], to: actual[0]) {
      return change.markup
    }
    var told: Set<String> = []
    return LineDiff(from: expected, to: actual).lines.map { line in
      let isFirst = line.word.map { told.insert($0).inserted } ?? false
      return line.markup(isLabelled: isFirst)
    }
  }
}

extension LineDiff.Line {
  /// What the line is, as the page says beside the first of its kind.
  fileprivate var word: String? {
    switch self {
    case .missing: "expected"
    case .surplus: "actual"
    case .same, .gap: nil
    }
  }

  fileprivate func markup(isLabelled: Bool) -> Markup {
    switch self {
    case .same(let line): "<span>  \(LabelledText.shortened(line))</span>"
    case .missing(let line): .row("expected", "-", text(line), isLabelled: isLabelled)
    case .surplus(let line): .row("actual", "+", text(line), isLabelled: isLabelled)
    case .gap(1): "<span class=\"gap\">… 1 line that is right</span>"
    case .gap(let count): "<span class=\"gap\">… \(count) lines that are right</span>"
    }
  }

  private func text(_ line: String) -> Markup {
    line.isEmpty ? "<em>an empty line</em>" : "\(LabelledText.shortened(line))"
  }
}

extension LineChange {
  fileprivate var markup: [Markup] {
    [
      .row("expected", "-", marked(missing), isLabelled: true),
      .row("actual", "+", marked(surplus), isLabelled: true),
    ]
  }

  private func marked(_ text: String) -> Markup {
    let middle: Markup = text.isEmpty ? .empty : "<mark>\(LabelledText.shortened(text))</mark>"
    return "\(LabelledText.shortened(head))\(middle)\(LabelledText.shortened(tail))"
  }
}

extension Markup {
  /// A line of a diff.
  fileprivate static func row(_ word: String, _ sign: String, _ text: Markup, isLabelled: Bool) -> Markup {
    let label: Markup = isLabelled ? "<span class=\"label\">\(word)</span>" : .empty
    return "<span class=\"\(word)\">\(label)<i>\(sign) </i>\(text)</span>"
  }
}
