import ExitCodes

/// The parts of `--help` that are made of tables.
enum HelpText {
  /// The settings and the exit codes, in lines that fit 80 columns.
  static var tables: String {
    """
    SETTINGS (environment variables):
    \(SettingName.allCases.map(entry).joined(separator: "\n"))

    \(ExitCode.helpTable)
    """
  }

  private static func entry(for name: SettingName) -> String {
    let meaning = "  \(name.rawValue)\n      \(name.meaning)"
    return name.defaultText.map { "\(meaning)\n      default: \($0)" } ?? meaning
  }
}
