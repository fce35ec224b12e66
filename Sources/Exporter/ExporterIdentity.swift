import ExitCodes

/// What is true of the exporter as a whole.
enum ExporterIdentity {
  /// The command's name.
  static let name = "bbb-exporter"
  /// The version of this exporter, which `bbb_exporter{version}` and `--version` show.
  static let version = ToolVersion.current
  /// What servers see as the `User-Agent` of calls.
  static let userAgent = "\(name)/\(version)"
}
