import ArgumentParser
import ExitCodes
import LoadEngine

/// `bbb-load plan`: prints what a plan will send, and sends nothing.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Print what a plan will send; nothing is sent.",
    usage: "bbb-load plan [<options>]",
    discussion: ExitCode.helpTable)

  @OptionGroup var options: PlanOptions

  func run() throws {
    Console.print(PlanTable(of: try options.loadPlan()).text)
  }
}
