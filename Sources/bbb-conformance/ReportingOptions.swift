import ArgumentParser
import ConformanceKit
import FoundationEssentials

/// Where the verdicts go.
struct ReportingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write report.html, report.json, junit.xml and report.md into this folder.", valueName: "dir"))
  var out: String?

  @Option(help: "Colour: auto, always or never.")
  var colour = ColourChoice.auto

  /// Makes sure before the run that the reports can be written after it.
  func prepare() throws {
    if let out { try ReportFolder(out).prepare() }
  }

  /// Prints the report and writes it down where that was asked for.
  func publish(_ redacted: RedactedReport, hidingPassed: Bool = false) throws {
    var format = ConsoleReport(inColour: isColoured, columns: Console.isTerminal ? Console.columns : nil)
    format.hidesPassed = hidingPassed
    Console.write(format.text(of: redacted))
    if let out { try ReportFolder(out).write(redacted) }
  }

  private var isColoured: Bool {
    switch colour {
    case .auto: Console.isTerminal && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    case .always: true
    case .never: false
    }
  }
}

/// When the verdict table is coloured.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
  case auto
  case always
  case never
}
