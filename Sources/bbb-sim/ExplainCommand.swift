import ArgumentParser
import Determinism
import ExitCodes
import TimelineEngine

/// `bbb-sim explain`: a moment of a day in words, and the metrics that an exporter must show then.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a moment of a scenario's day.",
    discussion: """
      The metrics are those of the exporter contract that follow from the world alone; latencies and what an exporter
      has seen before are its own affair.

      \(ExitCode.helpTable)
      """)

  @Argument(help: "A shipped scenario's name, or the path of a file.")
  var scenario: String

  @Option(help: "The moment, such as 31m after the day began.")
  var at: DayOffset

  @Option(help: "The seed of every random choice, in place of the scenario's.")
  var seed: UInt64?

  func run() throws {
    let scenario = try Console.readScenario(scenario)
    Console.print(WorldReport(of: scenario, at: at.offset, seed: seed).text)
  }
}
