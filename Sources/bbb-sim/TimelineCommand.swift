import ArgumentParser
import Determinism
import ExitCodes
import Foundation
import Scenarios
import TimelineEngine

/// `bbb-sim timeline`: prints a scenario's day as a table.
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Print a scenario's day as a table, or draw it.",
    discussion: ExitCode.helpTable)

  @Argument(help: "A shipped scenario's name, or the path of a file.")
  var scenario: String

  @Option(help: "The distance between rows, such as 5m; about two dozen rows without it.")
  var every: DayOffset?

  @Option(help: "The last moment, such as 8h; the end of all that has a fixed time without it.")
  var until: DayOffset?

  @Option(help: "The seed of every random choice, in place of the scenario's.")
  var seed: UInt64?

  @Option(
    help: "Draw the day into this file as SVG instead, - for standard output; --every has no part in it.")
  var svg: String?

  /// A table of more rows than anybody reads, and of more memory than anybody has, is a slip of the pen.
  private static let mostRows: Int64 = 100_000

  func run() throws {
    let scenario = try Console.readScenario(scenario)
    if let svg { return try draw(scenario, into: svg) }
    var grid = DayTable.Grid(for: scenario)
    if let until { grid.until = until.offset }
    if let every { grid.every = every.offset }
    guard grid.every > .zero, grid.until.milliseconds / grid.every.milliseconds < Self.mostRows else {
      throw ValidationError(
        "--every must be above zero and give fewer than \(Self.mostRows) rows up to --until")
    }
    Console.print(DayTable(of: scenario, seed: seed, grid: grid).text)
  }

  private func draw(_ scenario: Scenario, into file: String) throws {
    let picture = DayChart(of: scenario, seed: seed, until: until?.offset).svg
    guard file != "-" else { return Console.print(picture) }
    do {
      try Data(picture.utf8).write(to: URL(filePath: file), options: .atomic)
    } catch {
      Console.complain("can't write \(file): \(error.localizedDescription). Choose another file with --svg")
      throw ExitCode.badConfiguration.thrown
    }
  }
}
