/// A way to write a report down: a pure function of it.
public protocol ReportFormat: Sendable {
  /// The whole report as text, with a line feed at its end.
  func text(of redacted: RedactedReport) -> String
}
