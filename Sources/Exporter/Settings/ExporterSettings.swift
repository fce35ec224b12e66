/// Everything that can be configured, checked and complete.
struct ExporterSettings: Sendable, Equatable {
  /// The server that `/metrics` shows; nil when only ``targetsFile`` names servers.
  var server: WatchedServer?
  /// The file of the servers that `/probe` shows.
  var targetsFile: String?
  /// What is measured, of every server.
  var metrics: MetricsSettings
  /// How the metrics are offered.
  var serving: ServingSettings
  /// How the exporter tells what it does.
  var log: LogSettings
}

/// How the metrics are offered.
struct ServingSettings: Sendable, Equatable {
  /// The port to listen on, 1–65535.
  var port: Int
  /// The IPv4 or IPv6 address to listen on.
  var bindIP: String
  /// The file with TLS and basic auth of the own port; nil for plain HTTP open to everybody.
  var webConfigFile: String?
  /// The most connections at once, 10–100,000.
  var connectionLimit: Int
}

/// How the exporter tells what it does.
struct LogSettings: Sendable, Equatable {
  /// Whether requests are logged.
  var isDebug: Bool
  /// The shape of a line.
  var format: LogFormat
}

/// The shape of a line of the log.
enum LogFormat: String, Sendable, CaseIterable {
  /// For people.
  case text
  /// An object a line, for collectors.
  case json
}
