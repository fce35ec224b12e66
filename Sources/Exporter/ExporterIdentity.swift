import ExitCodes

/// What is true of the exporter as a whole.
public enum ExporterIdentity {
  /// The command's name, which is also its `User-Agent`.
  public static let name = "bbb-exporter"
  /// The version of this exporter, which `bbb_exporter{version}` and `--version` show.
  public static let version = ToolVersion.current
}
