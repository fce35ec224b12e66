import BBBAPI

/// What the folders of a server say.
struct DiskReading: Sendable, Equatable {
  /// The number of recordings by state; without the states that could not be counted.
  var recordings: [RecordingState: Int] = [:]
  /// Why states could not be counted, a line each.
  var problems: [String] = []
  /// The version of the installed BigBlueButton.
  var version: String?
  /// Why there is no version, although one is wanted.
  var versionProblem: String?
}
