/// A server that `/probe?target=NAME` shows.
public struct Target: Sendable, Equatable {
  /// What Prometheus calls it: letters, digits and `.`, `_`, `-`, `:`.
  public let name: String
  /// Where it is, and how it is trusted.
  public let server: WatchedServer
  /// Further labels for service discovery.
  public let labels: [String: String]
  /// Whether its recordings are counted.
  public let showsRecordings: Bool

  /// What is measured of it, when `settings` hold for all servers.
  ///
  /// Folders are those of the machine that the exporter runs on, hence never those of a target.
  public func metrics(_ settings: MetricsSettings) -> MetricsSettings {
    var settings = settings
    settings.recordings = showsRecordings && settings.recordings != .none ? .api : .none
    settings.readsVersion = false
    return settings
  }
}
