extension String {
  /// The text in one line in which nothing is read as Markdown or HTML.
  var inMarkdown: String {
    visibleLine.unicodeScalars.reduce(into: "") { text, scalar in
      if "\\`*_[]<>|~&#".unicodeScalars.contains(scalar) { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
  }

  /// The text in one line as a code span, which no run of backticks inside can close.
  var asMarkdownCode: String {
    guard !isEmpty else { return "(empty)" }
    let line = visibleLine
    let fence = String(repeating: "`", count: line.longestRunOfBackticks + 1)
    return line.longestRunOfBackticks > 0 ? "\(fence) \(line) \(fence)" : fence + line + fence
  }

  fileprivate var longestRunOfBackticks: Int {
    unicodeScalars.split { $0 != "`" }.reduce(0) { max($0, $1.count) }
  }
}

extension [String] {
  /// The lines as a fenced block, which no run of backticks inside can close, every line indented.
  func asMarkdownBlock(indent: Int) -> [String] {
    let longest = reduce(0) { Swift.max($0, $1.longestRunOfBackticks) }
    let fence = String(repeating: "`", count: Swift.max(3, longest + 1))
    let margin = String(repeating: " ", count: indent)
    return ([fence + "text"] + self + [fence]).map { (margin + $0).trimmingEnd }
  }
}
