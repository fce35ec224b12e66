/// How strictly the parts of a sample line are spaced.
enum Spacing {
  /// Any number of spaces and tabs, also within braces; a comma may close a label set (text).
  case free
  /// Single spaces between the parts and nowhere else (OpenMetrics).
  case exact
}

extension LineCursor {
  /// Takes the gap before a value or a timestamp; the line must go on after it.
  mutating func takeGap(_ spacing: Spacing, before part: String) throws(LineFault) {
    switch spacing {
    case .free: skipBlanks()
    case .exact: try expect(.space, "expected a single space before \(part)")
    }
    if isAtEnd { throw fault("expected \(part)") }
  }

  mutating func takeNumber(_ part: String) throws(LineFault) -> Double {
    let start = position
    let word = takeWord()
    guard !word.isEmpty else { throw fault("expected \(part)", at: start) }
    guard let value = NumberGrammar.value(of: word) else {
      let reason = NumberGrammar.isDecimal(word) ? "out of range" : "not a number"
      throw fault("\(part) that is \(reason)", at: start)
    }
    return value
  }

  /// Takes a label set with its braces.
  mutating func takeLabels(_ spacing: Spacing) throws(LineFault) -> [Label] {
    try expect(.openingBrace, "expected an opening brace")
    var labels: [Label] = []
    var names: Set<String> = []
    skipBlanks(spacing)
    while !take(.closingBrace) {
      let start = position
      let label = try takeLabel(spacing)
      guard names.insert(label.name).inserted else {
        throw LineFault(
          position: start, kind: .duplicateLabelName,
          reason: "the label \(label.name.excerpt) for the second time")
      }
      labels.append(label)
      try takeSeparator(spacing)
    }
    return labels
  }

  private mutating func takeLabel(_ spacing: Spacing) throws(LineFault) -> Label {
    if next == .quote { throw fault("a quoted name (later formats allow it)") }
    let start = position
    let name = try takeLabelName()
    if name == "__name__" { throw fault("the label name __name__, which is reserved", at: start) }
    skipBlanks(spacing)
    try expect(.equals, "expected an equals sign after the label name")
    skipBlanks(spacing)
    return Label(name, try takeQuoted())
  }

  /// Takes the comma between two labels; in front of the closing brace only the text format allows one.
  private mutating func takeSeparator(_ spacing: Spacing) throws(LineFault) {
    skipBlanks(spacing)
    if next == .closingBrace { return }
    try expect(.comma, "expected a comma or a closing brace")
    skipBlanks(spacing)
    if spacing == .exact && next == .closingBrace { throw fault("expected a label after the comma") }
  }

  private mutating func skipBlanks(_ spacing: Spacing) {
    if spacing == .free { skipBlanks() }
  }
}
