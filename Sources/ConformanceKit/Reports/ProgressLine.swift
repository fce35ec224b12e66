/// Renders the events of a run as they come: one line that rewrites itself, or one line per finished case.
///
/// What is returned is written to the output as it is, without a line feed of the caller's.
public struct ProgressLine: Sendable {
  /// Where the line is written to.
  public enum Output: Sendable, Equatable {
    /// A terminal with that many columns: one line, rewritten in place, and removed when the last case is done.
    case terminal(columns: Int)
    /// A pipe or a file: one plain line for every finished case.
    case plain
  }

  private let output: Output
  private var running: [Slug] = []
  private var finished = 0
  private var failed = 0

  /// Makes a renderer for a run that has not begun.
  public init(_ output: Output) {
    self.output = output
  }

  /// What an interrupted run writes last, so that the report begins on a clean line.
  public var cleared: String { output == .plain ? "" : ProgressLine.clearing }

  /// What is to be written after an event; empty if nothing is.
  public mutating func text(after event: ProgressEvent) -> String {
    switch (event, output) {
    case (.started(let slug, let total), .terminal(let columns)):
      running.append(slug)
      return line(of: total, columns: columns)
    case (.finished(let result, let count, let total), .terminal(let columns)):
      running.removeAll { $0 == result.slug }
      finished = count
      if result.verdict == .failed { failed += 1 }
      return count == total ? ProgressLine.clearing : line(of: total, columns: columns)
    case (.finished(let result, let count, let total), .plain):
      let verdict = result.verdict.title.padded(to: 14)
      return "\(counter(count, total)) \(verdict)  \(result.slug)  \(result.duration.secondsDecimal) s\n"
    case (.started, .plain):
      return ""
    }
  }

  /// Back to the first column, and everything in the line erased.
  private static let clearing = "\r\u{1B}[2K"

  /// The longest running case stands first: it is the one that people wait for.
  private func line(of total: Int, columns: Int) -> String {
    let failures = failed > 0 ? ["\(failed) failed"] : []
    let names = running.map(\.description).joined(separator: ", ")
    let parts = failures + (names.isEmpty ? [] : [names])
    let line = "\(counter(finished, total)) \(parts.joined(separator: " · "))"
    return ProgressLine.clearing + String(line.trimmingEnd.prefix(max(1, columns - 1)))
  }

  private func counter(_ count: Int, _ total: Int) -> String {
    let (count, total) = (String(count), String(total))
    let space = String(repeating: " ", count: max(0, total.utf8.count - count.utf8.count))
    return "[\(space)\(count)/\(total)]"
  }
}
