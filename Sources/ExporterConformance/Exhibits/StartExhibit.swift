import ConformanceKit

extension Stage {
  /// How the exporter was started and what it said, for a reader of findings; nothing for a mutant, whom nobody reads.
  func startExhibits(_ transcript: Transcript) -> [Exhibit] {
    guard check.defect == nil else { return [] }
    let printed = transcript.text
    let ending = printed.utf8.count > Excerpt.size ? "the last of what it printed" : "what it printed"
    return [
      Excerpt(([check.exporter.line] + variables).joined(separator: "\n"), check.redactor)
        .exhibit("how the exporter was started")
    ] + (printed.isEmpty ? [] : [Exhibit(ending, lastLines(of: printed))])
  }

  private func lastLines(of text: String) -> String {
    // Redacted before it is cut; lines stay whole, unless one alone is too long.
    let redacted = check.redactor.redacted(text)
    let end = String(decoding: Array(redacted.utf8.suffix(Excerpt.size)), as: UTF8.self)
    guard end.utf8.count < redacted.utf8.count, let feed = end.firstIndex(of: "\n") else { return end }
    return String(end[end.index(after: feed)...])
  }
}
