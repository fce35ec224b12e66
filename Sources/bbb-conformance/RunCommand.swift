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

  @Option(help: "How many cases run at the same time.")
  var jobs = 4

  @OptionGroup var judging: JudgingOptions
  @OptionGroup var options: CaseOptions

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
    let names = CaseNames(library)
    try complain(about: judging.patterns, library, names)
    let subject = try subject()
    let selection = judging.selection
    let cases = library.cases.filter { selection.takes($0.slug, level: $0.level) }
    let facts = try facts(of: subject, among: names.slugs)
    try judging.prepareReports()
    let report = await report(cases.map { ExporterCheck($0, exporter: subject) }, as: facts)
    try judging.conclude(RedactedReport(report, by: Redactor(secrets: secrets(library))))
  }

  private func complain(about patterns: [Glob], _ library: CaseLibrary, _ names: CaseNames) throws {
    let unmatched = patterns.filter { pattern in !library.cases.contains { pattern.matches($0.slug) } }
    for pattern in unmatched { Console.complain(names.complaint(about: pattern.description)) }
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

  private func facts(of subject: ExporterCommand, among slugs: [Slug]) throws -> RunFacts {
    var facts = RunFacts(
      tool: "bbb-conformance", version: ToolVersion.current, subject: subject.line,
      startedAt: Date.now.ISO8601Format(), command: command)
    try judging.complete(&facts, among: slugs)
    return facts
  }

  private func report(_ checks: [ExporterCheck], as facts: RunFacts) async -> RunReport {
    await Interruption.ending { [jobs] in
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
}
