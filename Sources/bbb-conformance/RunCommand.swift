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

  @OptionGroup var testing: ExporterOptions
  @OptionGroup var judging: JudgingOptions
  @OptionGroup var options: CaseOptions

  @Option(
    help: ArgumentHelp(
      "Scrapes of each soak, such as load/soak. (default: as many as its case says)", valueName: "count"))
  var soak: Int?

  func validate() throws {
    guard let soak, !(8...1_000_000).contains(soak) else { return }
    throw ValidationError("--soak takes a number from 8 to 1000000, not \(soak)")
  }

  func run() async throws {
    let library = try options.library()
    let names = CaseNames(library)
    try complain(about: judging.patterns, library, names)
    let subject = try testing.subject()
    let selection = judging.selection
    let cases = library.cases.filter { selection.takes($0.slug, level: $0.level) }
    let facts = try facts(of: subject, among: names.slugs)
    try judging.prepareReports()
    let report = await report(checks(of: cases, subject), as: facts)
    try judging.conclude(RedactedReport(report, by: Redactor(secrets: secrets(library))))
  }

  private func complain(about patterns: [Glob], _ library: CaseLibrary, _ names: CaseNames) throws {
    let unmatched = patterns.filter { pattern in !library.cases.contains { pattern.matches($0.slug) } }
    for pattern in unmatched { Console.complain(names.complaint(about: pattern.description)) }
    if !unmatched.isEmpty { throw Ending.usage }
  }

  private func checks(of cases: [ConformanceCase], _ subject: ExporterCommand) -> [ExporterCheck] {
    cases.map { conformanceCase in
      var check = ExporterCheck(conformanceCase, exporter: subject)
      check.soak = soak
      return check
    }
  }

  private func secrets(_ library: CaseLibrary) -> [String] { library.cases.map(\.scenario.server.secret) }
}

extension RunCommand {
  private func facts(of subject: ExporterCommand, among slugs: [Slug]) throws -> RunFacts {
    var facts = RunFacts(
      tool: "bbb-conformance", version: ToolVersion.current, subject: subject.line,
      startedAt: Date.now.ISO8601Format(), command: command)
    try judging.complete(&facts, among: slugs)
    return facts
  }

  private func report(_ checks: [ExporterCheck], as facts: RunFacts) async -> RunReport {
    await Interruption.ending { [jobs = testing.jobs] in
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
    let given = [
      ("--exporter", testing.exporter), ("--cases", options.folder), ("--soak", soak.map(String.init)),
    ].flatMap { name, value in
      value.map { [name, "'" + $0.replacing("'", with: "'\\''") + "'"] } ?? []
    }
    return (words + given).joined(separator: " ")
  }
}
