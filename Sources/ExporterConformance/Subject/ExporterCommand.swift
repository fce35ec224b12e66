/// The exporter under test, as any command line.
public struct ExporterCommand: Sendable, Equatable {
  /// The command line, in the language of `/bin/sh`.
  public let line: String

  /// Wraps a command line such as `python3 exporter.py --verbose`.
  public init(_ line: String) {
    self.line = line
  }

  /// The command that runs a program with no arguments, whatever characters its path has.
  public init(program path: String) {
    line = "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
