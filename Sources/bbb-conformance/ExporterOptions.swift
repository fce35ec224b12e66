import ArgumentParser
import ExporterConformance
import FoundationEssentials

/// The exporter under test, and how many of it run; the same for `run` and `self-test`.
struct ExporterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The exporter's command line. (default: the bbb-exporter beside this command)", valueName: "cmd"))
  var exporter: String?

  @Option(help: "How many cases run at the same time.")
  var jobs = 4

  func validate() throws {
    if let exporter, exporter.allSatisfy(\.isWhitespace) {
      throw ValidationError("--exporter names no command")
    }
    guard (1...64).contains(jobs) else {
      throw ValidationError("--jobs takes a number from 1 to 64, not \(jobs)")
    }
  }

  /// The exporter; without one the command ends.
  func subject() throws -> ExporterCommand {
    if let complaint = OpenFiles.complaint(about: jobs) {
      Console.complain(complaint)
      throw Ending.usage
    }
    if let exporter { return ExporterCommand(exporter) }
    let path = OwnExecutable.sibling("bbb-exporter")
    guard FileManager.default.isExecutableFile(atPath: path) else {
      Console.complain(
        "error: there is no bbb-exporter at `\(path)`. Fix: build it, or name a command with --exporter")
      throw Ending.usage
    }
    return ExporterCommand(program: path)
  }
}
