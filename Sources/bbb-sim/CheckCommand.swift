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
    Console.say("\(scenario.name): good. \(Self.contents(of: scenario)).")
  }

  /// What stands in a scenario, such as `2 meetings with 10 people, no recordings`.
  private static func contents(of scenario: Scenario) -> String {
    let people = scenario.meetings.reduce(0) { $0 + $1.people.reduce(0) { $0 + $1.count } }
    let recordings = scenario.recordings.reduce(0) { $0 + $1.count }
    let parts = [
      counted(scenario.meetings.count, "meeting")
        + (scenario.meetings.isEmpty ? "" : " with " + counted(people, "person", "people")),
      counted(scenario.arrivals.count, "stream") + " of arrivals", counted(recordings, "recording"),
      counted(scenario.faults.count, "fault"),
    ]
    let servers = scenario.servers.isEmpty ? [] : [counted(scenario.servers.count, "further server")]
    return (parts + servers).joined(separator: ", ")
  }

  private static func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    switch count {
    case 0: "no \(many ?? one + "s")"
    case 1: "1 \(one)"
    default: "\(count) \(many ?? one + "s")"
    }
  }
}
