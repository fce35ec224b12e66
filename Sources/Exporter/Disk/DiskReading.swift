/// What the folders of a server say.
struct DiskReading: Sendable, Equatable {
  /// The recordings; nil when they are not wanted, or when their folder as a whole cannot be read.
  var recordings: RecordingsCensus?
  /// Why there are no recordings at all, although they are wanted.
  var recordingsProblem: String?
  /// The version of the installed BigBlueButton.
  var version: String?
  /// Why there is no version, although one is wanted.
  var versionProblem: String?

  /// Why recordings could not be counted, a line each.
  var problems: [String] { (recordingsProblem.map { [$0] } ?? []) + (recordings?.problems ?? []) }
}
