/// One mistake in a file that an operator wrote: where it is, what it is, and how to mend it.
///
/// No value is ever quoted, since any of them may be a secret that slipped into the wrong line; names and keys are.
struct ConfigurationMistake: Error, Sendable, Hashable {
  /// The path as it was given.
  let file: String
  /// From 1.
  let line: Int
  /// From 1, counted in Unicode scalars.
  let column: Int
  /// What is wrong.
  let summary: String
  /// What would put it right.
  let fix: String
}

extension ConfigurationMistake: CustomStringConvertible {
  /// One line, in the form that editors know: `FILE:LINE:COL: error: summary. Fix: …`.
  var description: String { "\(file):\(line):\(column): error: \(summary). Fix: \(fix)" }
}
