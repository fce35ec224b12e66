import ExitCodes

/// The parts of `--help` that are made of tables.
enum HelpText {
  /// The settings, the endpoints and the exit codes, in lines that fit 80 columns.
  static var tables: String {
    """
    SETTINGS (environment variables):
    \(SettingName.allCases.map(SettingReference.entry).joined(separator: "\n"))

    ENDPOINTS:
    \(ServedPath.allCases.map { "  \($0.path)\n      \($0.meaning)" }.joined(separator: "\n"))

    \(ExitCode.helpTable)
    """
  }
}
