/// Lines with a label in front, aligned below one another, for reports that are plain text.
enum LabelledText {
  /// The most lines of a quotation that are shown; JSON has all of them.
  static let mostLines = 24
  /// The most characters of one line that are shown.
  static let mostCharacters = 400
  private static let labelWidth = 10

  /// The text with its label before the first line, every line indented by `indent` columns.
  static func lines(_ detail: Detail, indent: Int) -> [String] {
    let texts = detail.isQuotation ? lines(detail.text) : detail.text.visibleLines
    return texts.enumerated().map { index, line in
      let label = index == 0 ? detail.label : ""
      return (String(repeating: " ", count: indent) + label.padded(to: labelWidth) + line).trimmingEnd
    }
  }

  /// The lines of an explanation below one finding.
  static func lines(of finding: Finding, indent: Int) -> [String] {
    finding.details.flatMap { lines($0, indent: indent) }
  }

  /// The visible lines of a quotation, with what exceeds the limits as numbers.
  static func lines(_ text: String) -> [String] {
    let all = text.visibleLines
    let surplus = all.count - mostLines
    let shown = surplus > 0 ? all.prefix(mostLines - 1) + ["… \(surplus + 1) more lines"] : all[...]
    return shown.map(shortened)
  }

  /// The line, or its beginning and how much is missing.
  static func shortened(_ line: String) -> String {
    let surplus = line.count - mostCharacters
    return surplus > 0 ? "\(line.prefix(mostCharacters))… \(surplus) more characters" : line
  }
}

extension String {
  /// The text with spaces after it up to a width; the text is expected to be ASCII.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - utf8.count))
  }

  /// The text without spaces at its end.
  var trimmingEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
