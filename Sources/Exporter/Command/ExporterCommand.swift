public import ArgumentParser

/// The command `bbb-exporter`.
public struct ExporterCommand: AsyncParsableCommand {
  /// Name, help and subcommands.
  public static let configuration = CommandConfiguration(
    commandName: ExporterIdentity.name,
    abstract: "Offers the state of a BigBlueButton server to Prometheus.",
    discussion: HelpText.tables,
    version: "\(ExporterIdentity.name) \(ExporterIdentity.version)",
    subcommands: [RunCommand.self, CheckCommand.self, MetricsCommand.self, SettingsCommand.self],
    defaultSubcommand: RunCommand.self)

  /// Makes the command; ArgumentParser fills it.
  public init() {}
}
