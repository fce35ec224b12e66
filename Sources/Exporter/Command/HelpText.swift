/// The parts of `--help` that are made of tables.
enum HelpText {
  /// The settings and the exit codes, in lines that fit 80 columns.
  static var tables: String {
    """
    SETTINGS (environment variables):
    \(SettingName.allCases.map(entry).joined(separator: "\n"))

    EXIT CODES:
    \(ExitStatus.allCases.map { "  \($0.rawValue.padded(to: 4))\($0.meaning)" }.joined(separator: "\n"))
    """
  }

  private static func entry(for name: SettingName) -> String {
    let meaning = "  \(name.rawValue)\n      \(name.meaning)"
    return name.defaultText.map { "\(meaning)\n      default: \($0)" } ?? meaning
  }
}

extension Int32 {
  fileprivate func padded(to width: Int) -> String {
    let text = String(self)
    return text + String(repeating: " ", count: Swift.max(0, width - text.utf8.count))
  }
}
