import BBBAPI

/// What has to be found out before a family can be written.
enum MetricNeed: Sendable, Hashable {
  /// Nothing: the process knows it.
  case nothing
  /// The answer of getMeetings.
  case meetings
  /// The number of recordings in a state, from wherever the settings say.
  case recordings(RecordingState)
  /// The number of recordings in every state, if the API is asked for it.
  case everyRecordingsCall
  /// How every call of a scrape fares.
  case everyCall
  /// The version in the release file of the server.
  case installedVersion
}
