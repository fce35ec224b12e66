import ArgumentParser
import ConformanceKit
import ExitCodes
import ExporterConformance
import FoundationEssentials
import Scenarios

/// `bbb-conformance run`: holds an exporter to the cases.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run the cases against an exporter and print a verdict for each.",
    discussion: """
      The exporter is any command line. It gets the documented environment \
      (API_BASE_URL, API_SECRET, PORT, BIND_IP and what a case sets), a session of \
      its own, and is stopped at the end of each case.

      \(ExitCodes.ExitCode.helpTable)
      """)

  @Option(
    help: ArgumentHelp(
      "The exporter's command line. (default: the bbb-exporter beside this command)", valueName: "cmd"))
  var exporter: String?

  @Option(
    help: "The highest level to run: required, recommended or informative. (default: required)",
    transform: Self.level)
  var level = Level.required

  @Option(
    help: ArgumentHelp(
      "Only cases that match; may be repeated. A slug, a group, or a pattern with * and ?.", valueName: "glob"
    ))
  var only: [String] = []

  @Option(
    help: ArgumentHelp(
      "Write report.html, report.json, junit.xml and report.md into this folder.", valueName: "dir"))
  var out: String?

  @Option(help: "How many cases run at the same time.")
  var jobs = 4

  @Option(help: "Colour: auto, always or never.")
  var colour = ColourChoice.auto

  @OptionGroup var options: CaseOptions

  private static func level(_ text: String) throws -> Level {
    guard let level = Level(rawValue: text) else {
      throw ValidationError("there is no level `\(text)`; use one of required, recommended, informative")
    }
    return level
  }

  func validate() throws {
    if let exporter, exporter.allSatisfy(\.isWhitespace) {
      throw ValidationError("--exporter names no command")
    }
    guard (1...64).contains(jobs) else {
      throw ValidationError("--jobs takes a number from 1 to 64, not \(jobs)")
    }
  }

  func run() async throws {
    let library = try options.library()
    let patterns = only.map { Glob($0) }
    try complain(about: patterns, library)
    let subject = try subject()
    let cases = library.cases.filter {
      Selection(level: level, only: patterns).takes($0.slug, level: $0.level)
    }
    let report = await report(cases.map { ExporterCheck($0, exporter: subject) }, subject)
    let redacted = RedactedReport(report, by: Redactor(secrets: secrets(library)))
    Console.write(ConsoleReport(inColour: isColoured).text(of: redacted))
    if let out { try ReportFolder(out).write(redacted) }
    throw ArgumentParser.ExitCode(report.exitStatus)
  }

  private func complain(about patterns: [Glob], _ library: CaseLibrary) throws {
    let unmatched = patterns.filter { pattern in !library.cases.contains { pattern.matches($0.slug) } }
    for pattern in unmatched { Console.complain(CaseNames(library).complaint(about: pattern.description)) }
    if !unmatched.isEmpty { throw Ending.usage }
  }

  private func secrets(_ library: CaseLibrary) -> [String] { library.cases.map(\.scenario.server.secret) }
}

extension RunCommand {
  private func subject() throws -> ExporterCommand {
    if let exporter { return ExporterCommand(exporter) }
    let path = OwnExecutable.sibling("bbb-exporter")
    guard FileManager.default.isExecutableFile(atPath: path) else {
      Console.complain(
        "error: there is no bbb-exporter at `\(path)`. Fix: build it, or name a command with --exporter")
      throw Ending.usage
    }
    return ExporterCommand(program: path)
  }

  private func report(_ checks: [ExporterCheck], _ subject: ExporterCommand) async -> RunReport {
    var facts = RunFacts(
      tool: "bbb-conformance", version: ToolVersion.current, subject: subject.line,
      startedAt: Date.now.ISO8601Format(), command: command)
    facts.level = level
    return await Interruption.ending { [facts, jobs] in
      var line = ProgressLine(Console.isTerminal ? .terminal(columns: Console.columns) : .plain)
      let report = await Runner(width: jobs, clock: ContinuousClock()).run(checks, as: facts) { event in
        Console.write(line.text(after: event))
      }
      if report.wasInterrupted { Console.write(line.cleared) }
      return report
    }
  }

  /// This command as it was called, to be called again with another `--only`.
  private var command: String {
    let words = ["bbb-conformance", "run"]
    let given = [("--exporter", exporter), ("--cases", options.folder)].flatMap { name, value in
      value.map { [name, "'" + $0.replacing("'", with: "'\\''") + "'"] } ?? []
    }
    return (words + given).joined(separator: " ")
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
