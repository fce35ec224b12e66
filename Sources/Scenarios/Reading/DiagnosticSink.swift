/// Where the readers of one file leave the mistakes they meet.
///
/// Shared by all readers of the file, which all work in one task.
public final class DiagnosticSink {
  /// The file as messages name it.
  public let file: String
  private var collected: [Diagnostic] = []
  private var adopted: [DiagnosticSink] = []

  /// Enough for any author; a file that is wrong throughout does not fill the memory.
  static let limit = 500

  /// Makes a sink for one file.
  public init(file: String) { self.file = file }

  /// The mistakes so far, each once, in the order of the file, then those of the files that it includes; at most 500.
  public var diagnostics: [Diagnostic] {
    var all = own
    for sink in adopted { all += sink.diagnostics.filter { !all.contains($0) } }
    return Array(all.prefix(Self.limit))
  }

  private var own: [Diagnostic] {
    var kept: [Diagnostic] = []
    // An anchor that is used twice is read twice, and so are its mistakes.
    for diagnostic in collected where !kept.contains(diagnostic) { kept.append(diagnostic) }
    return kept.enumerated()
      .sorted {
        ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
      }
      .map(\.element)
  }

  /// Whether anything is wrong so far.
  public var hasMistakes: Bool { !collected.isEmpty || adopted.contains(where: \.hasMistakes) }

  /// Takes up the mistakes of a file that this one includes.
  func adopt(_ other: DiagnosticSink) { adopted.append(other) }

  /// Notes a mistake that was described elsewhere.
  func report(_ diagnostic: Diagnostic) {
    guard collected.count < Self.limit else { return }
    collected.append(diagnostic)
  }

  /// Notes a mistake at a place, both numbers from 1.
  public func report(line: Int, column: Int, _ summary: String, _ reason: String, fix: String) {
    report(
      Diagnostic(file: file, line: line, column: column, summary: summary, reason: reason, fix: fix))
  }

  /// Throws all mistakes when there is one.
  public func check() throws(ScenarioProblems) {
    if hasMistakes { throw ScenarioProblems(diagnostics) }
  }
}
