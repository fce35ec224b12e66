import ArgumentParser
import ExitCodes

/// `bbb-conformance`: the judge of BigBlueButton exporters.
@main
struct BBBConformance: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bbb-conformance",
    abstract: "Holds any Prometheus exporter for BigBlueButton against the contract of its field.",
    discussion: """
      Each case starts a simulated BBB server and the exporter, goes through \
      instants of a day, and compares what the exporter shows with what the server \
      knows.

      \(ExitCode.helpTable)
      """,
    version: ToolVersion.current,
    subcommands: [
      RunCommand.self, APICommand.self, ListCommand.self, ExplainCommand.self, NewCommand.self,
      CompareCommand.self,
      SelfTestCommand.self, FuzzCommand.self, SchemaCommand.self,
    ])
}
