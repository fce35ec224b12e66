/// A server to be checked, and what people call it.
struct CheckTarget: Sendable, Equatable {
  let name: String
  let server: WatchedServer
  /// Whether the exporter asks it for recordings.
  var needsRecordings = false
  /// Whether it is described in a targets file, and not in the environment.
  var isFromTargetsFile = false
}
