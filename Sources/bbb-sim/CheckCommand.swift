import ArgumentParser
import ExitCodes
import Scenarios

/// `bbb-sim check`: reads a scenario and names every mistake in it.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Name every mistake in a scenario.",
    discussion: """
      Each is a line: file, line, column, what is wrong, why, and what would mend it.

      \(ExitCode.helpTable)
      """)

  @Argument(help: "A shipped scenario's name, or the path of a file.")
  var scenario: String

  func run() throws {
    let scenario = try Console.readScenario(scenario)
    let people = scenario.meetings.reduce(0) { $0 + $1.people.reduce(0) { $0 + $1.count } }
    Console.say(
      "\(scenario.name): good. \(scenario.meetings.count) meetings with \(people) people,"
        + " \(scenario.arrivals.count) streams of arrivals, \(scenario.recordings.reduce(0) { $0 + $1.count }) recordings,"
        + " \(scenario.faults.count) faults.")
  }
}
