/// The table of settings as pages for people.
enum SettingReference {
  /// A few lines for each setting, for a terminal.
  static var text: String { SettingName.allCases.map(entry).joined(separator: "\n") + "\n" }

  /// A setting as `--help` shows it.
  static func entry(for name: SettingName) -> String {
    let meaning = "  \(name.rawValue)\n      \(name.meaning)"
    return name.defaultText.map { "\(meaning)\n      default: \($0)" } ?? meaning
  }

  /// The page `docs/exporter-settings.md`.
  static var markdown: String {
    """
    # Settings of bbb-exporter

    Made by `bbb-exporter settings --format markdown`; a test keeps it true.

    Settings are environment variables; one that is empty counts as not set. Those without a mark are those of BigBlueButton
    Exporter 0.7.1; those with ★ are added. Every mistake is told in a line of its own, all of them at once, and ends the
    command with code 64; `bbb-exporter run --check-settings` looks without serving.

    | name | default | meaning |
    |---|---|---|
    \(SettingName.allCases.map(row).joined(separator: "\n"))

    """
  }

  private static func row(_ name: SettingName) -> String {
    let byDefault = name.defaultText.map { "`\($0)`" } ?? ""
    return "| `\(name.rawValue)`\(name.isOwn ? " ★" : "") | \(byDefault) | \(name.meaning) |"
  }
}

extension SettingName {
  /// Whether 0.7.1 does not know it. - Source: exporter contract §1.
  fileprivate var isOwn: Bool {
    switch self {
    case .apiBaseURL, .apiSecret, .port, .bindIP, .tlsVerify, .debug, .recordingsMetrics, .recordingsFromDisk,
      .versionFromDisk, .participantsBuckets, .listenersBuckets, .voiceParticipantsBuckets,
      .videoParticipantsBuckets:
      false
    default: true
    }
  }
}
