/// A server that `/probe?target=NAME` shows.
struct Target: Sendable, Equatable {
  /// What Prometheus calls it: letters, digits and `.`, `_`, `-`, `:`.
  let name: String
  /// Where it is, and how it is trusted.
  let server: WatchedServer
  /// Further labels for service discovery.
  let labels: [String: String]
  /// Whether its recordings are counted.
  let showsRecordings: Bool

  /// What is measured of it, when `settings` hold for all servers.
  ///
  /// Folders are those of the machine that the exporter runs on, hence never those of a target.
  func metrics(_ settings: MetricsSettings) -> MetricsSettings {
    var settings = settings
    settings.recordings = showsRecordings && settings.recordings != .none ? .api : .none
    settings.readsVersion = false
    return settings
  }
}
