/// Everything that can be configured, checked and complete.
public struct ExporterSettings: Sendable, Equatable {
  /// The server that `/metrics` shows; nil when only ``targetsFile`` names servers.
  public var server: WatchedServer?
  /// The file of the servers that `/probe` shows.
  public var targetsFile: String?
  /// What is measured, of every server.
  public var metrics: MetricsSettings
  /// How the metrics are offered.
  public var serving: ServingSettings
  /// How the exporter tells what it does.
  public var log: LogSettings
}

/// How the metrics are offered.
public struct ServingSettings: Sendable, Equatable {
  /// The port to listen on, 1–65535.
  public var port: Int
  /// The IPv4 or IPv6 address to listen on.
  public var bindIP: String
  /// The file with TLS and basic auth of the own port; nil for plain HTTP open to everybody.
  public var webConfigFile: String?
  /// The most connections at once, 10–100,000.
  public var connectionLimit: Int
}

/// How the exporter tells what it does.
public struct LogSettings: Sendable, Equatable {
  /// Whether requests are logged.
  public var isDebug: Bool
  /// The shape of a line.
  public var format: LogFormat
}

/// The shape of a line of the log.
public enum LogFormat: String, Sendable, CaseIterable {
  /// For people.
  case text
  /// An object a line, for collectors.
  case json
}
