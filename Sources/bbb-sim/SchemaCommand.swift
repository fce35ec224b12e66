import ArgumentParser
import ExitCodes
import Scenarios

/// `bbb-sim schema`: prints the JSON Schema of scenario files.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of scenario files.",
    discussion: """
      Editors complete and check with it what somebody types:

        # yaml-language-server: $schema=scenario.schema.json

      It knows the shape of a file; bbb-sim check knows the rest.

      \(ExitCode.helpTable)
      """)

  func run() throws { Console.print(ScenarioSchema.json) }
}
