import ArgumentParser
import ExitCodes
import Scenarios

/// `bbb-sim faults`: prints every fault that a scenario can ask for.
struct FaultsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "faults",
    abstract: "Print every fault that a scenario can ask for.",
    discussion: """
      Each is a key of an entry below `faults`, beside the keys that say when it strikes: `on` (calls), `from` and `to`,
      `first`, `every`, `chance`.

      \(ExitCode.helpTable)
      """)

  func run() { Console.print(FaultKind.table) }
}
