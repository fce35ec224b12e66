/// A mistake in a file that somebody wrote: where it is, what it is, and what to do about it.
public struct Diagnostic: Sendable, Equatable {
  /// The file as its reader named it.
  public var file: String
  /// From 1.
  public var line: Int
  /// From 1, counted in Unicode scalars.
  public var column: Int
  /// What is wrong, in a few words.
  public var summary: String
  /// Why it is wrong, usually with what was found.
  public var reason: String
  /// What would put it right.
  public var fix: String

  /// Describes a mistake; the texts are parts of a sentence, without a full stop.
  public init(file: String, line: Int, column: Int, summary: String, reason: String, fix: String) {
    self.file = file
    self.line = line
    self.column = column
    self.summary = summary
    self.reason = reason
    self.fix = fix
  }
}

extension Diagnostic: CustomStringConvertible {
  /// One line, in the form that editors know: `FILE:LINE:COL: error: summary (reason). Fix: …`.
  public var description: String {
    "\(file):\(line):\(column): error: \(summary) (\(reason)). Fix: \(fix)"
  }
}

/// Everything that is wrong with a file, in the order of the file.
public struct ScenarioProblems: Error, Sendable, Equatable, CustomStringConvertible {
  /// At least one.
  public let diagnostics: [Diagnostic]

  /// Collects mistakes.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// One mistake a line.
  public var description: String {
    diagnostics.map(\.description).joined(separator: "\n")
  }
}
