import ArgumentParser
import ExitCodes

/// `bbb-load`: sends requests at planned instants and measures from them.
@main
struct BBBLoad: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bbb-load",
    abstract: "Send requests at planned instants, and measure from them.",
    discussion: """
      The plan fixes every instant before the first request leaves, whatever the answers do. Latency runs from the
      planned instant, service time from the actual sending; where the two part, the target has made requests wait.

      \(ExitCode.helpTable)
      """,
    version: ToolVersion.current,
    subcommands: [RunCommand.self, PlanCommand.self])
}
