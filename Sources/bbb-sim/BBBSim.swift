import ArgumentParser
import ExitCodes

/// `bbb-sim`: a BigBlueButton server that exists only in software.
@main
struct BBBSim: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bbb-sim",
    abstract: "A BigBlueButton server that exists only in software.",
    discussion: """
      It plays a scripted day of meetings and recordings on a simulated clock and answers the checksum-signed API
      as BigBlueButton does.

      \(ExitCode.helpTable)
      """,
    version: ToolVersion.current,
    subcommands: [
      RunCommand.self, ExecCommand.self, CheckCommand.self, ExplainCommand.self, TimelineCommand.self,
      FaultsCommand.self, ProfilesCommand.self, SchemaCommand.self, RecordCommand.self,
      ExplainChecksumCommand.self,
      EngineSpeedCommand.self,
    ])
}
