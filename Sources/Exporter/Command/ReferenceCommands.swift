import ArgumentParser

/// How a reference page is written.
enum ReferenceFormat: String, ExpressibleByArgument, CaseIterable {
  /// For a terminal.
  case text
  /// For `docs/`.
  case markdown
}

/// `bbb-exporter metrics`: every family that may be on the page.
struct MetricsCommand: ParsableCommand {
  /// Name and help.
  static let configuration = CommandConfiguration(
    commandName: "metrics", abstract: "List all metrics with type, labels, unit and meaning.")

  @Option(help: "How the list is written.")
  var format = ReferenceFormat.text

  /// Makes the command; ArgumentParser fills it.
  init() {}

  /// Prints the list.
  func run() {
    print(format == .text ? MetricReference.text : MetricReference.markdown, terminator: "")
  }
}

/// `bbb-exporter settings`: every environment variable that is read.
struct SettingsCommand: ParsableCommand {
  /// Name and help.
  static let configuration = CommandConfiguration(
    commandName: "settings", abstract: "List all settings with default and meaning.")

  @Option(help: "How the list is written.")
  var format = ReferenceFormat.text

  /// Makes the command; ArgumentParser fills it.
  init() {}

  /// Prints the list.
  func run() {
    print(format == .text ? SettingReference.text : SettingReference.markdown, terminator: "")
  }
}
