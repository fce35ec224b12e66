import ArgumentParser
import ConformanceKit
import ExitCodes
import ExporterConformance
import FoundationEssentials

/// `bbb-conformance self-test`: what the suite itself is worth.
struct SelfTestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "self-test",
    abstract: "Break a good exporter in every known way, and see that the cases notice.",
    discussion: """
      Each mutant is a good exporter with one defect between it and the judge. Every \
      case that claims it must catch it, and every required case must have one to \
      catch. Ends with 1 when a mutant survives, and with 2 when a case could say \
      nothing on this machine.

      \(ExitCodes.ExitCode.helpTable)
      """)

  @OptionGroup var testing: ExporterOptions
  @OptionGroup var options: CaseOptions

  @Option(
    help: ArgumentHelp(
      "Only mutants that match; may be repeated. A slug, a group (api, metrics, behaviour), or a pattern.",
      valueName: "glob"))
  var only: [String] = []

  @Flag(help: "Let each mutant go through every case, not only those that claim it.")
  var allCases = false

  @Option(help: ArgumentHelp("Write the report into this file, as JSON.", valueName: "file"))
  var out: String?

  func run() async throws {
    let library = try options.library()
    let mutants = try selected()
    let subject = try testing.subject()
    let test = SelfTest(mutants, of: subject, in: library.cases, triesAllCases: allCases)
    let facts = RunFacts(
      tool: "bbb-conformance", version: ToolVersion.current, subject: subject.line,
      startedAt: Date.now.ISO8601Format(), command: "bbb-conformance self-test")
    let report = await Interruption.ending { [jobs = testing.jobs] in
      await test.report(jobs: jobs, as: facts, progress: Self.tell)
    }
    Console.write(report.text)
    try write(report)
    throw ArgumentParser.ExitCode(report.exitCode.rawValue)
  }

  private func selected() throws -> [Mutant] {
    let globs = only.map { Glob($0) }
    for glob in globs where !Mutant.all.contains(where: { glob.matches($0.slug) }) {
      Console.complain("error: no mutant is called `\(glob)`; `bbb-conformance self-test` names them all")
      throw Ending.usage
    }
    return Mutant.all.filter { mutant in globs.isEmpty || globs.contains { $0.matches(mutant.slug) } }
  }

  /// A line that is written over and over, for who waits at a terminal.
  private static func tell(_ done: Int, of all: Int) {
    guard Console.isTerminal else { return }
    Console.write(done == all ? "\r\u{1B}[K" : "\r\(done) of \(all) trials")
  }

  private func write(_ report: MutationReport) throws {
    guard let out else { return }
    do {
      try Data(report.json()).write(to: URL(filePath: out))
    } catch {
      Console.complain("error: the report cannot be written to `\(out)`. Fix: name a file that you may write")
      throw Ending.toolDefect
    }
  }
}

extension MutationReport {
  /// A survivor fails; who could not be tried proves nothing.
  fileprivate var exitCode: ExitCodes.ExitCode {
    if !isSound { return .failed }
    return untried.isEmpty ? .done : .inconclusive
  }
}
