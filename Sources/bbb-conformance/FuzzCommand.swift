import ArgumentParser
import ConformanceKit
import ExitCodes
import ExporterConformance
import FoundationEssentials

/// `bbb-conformance fuzz`: worlds that nobody has thought of.
struct FuzzCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuzz",
    abstract: "Hold an exporter to worlds of chance, and make those that it fails small.",
    discussion: """
      Each world is a day at a server with hostile names, any version of BBB, faults in \
      time, missing elements and more, from the seed and its number alone. The oracle \
      knows what must be shown. One failing world for each kind of failure is shrunk; \
      with --out it is written as DIR/world-N.yaml for bbb-sim run, and as \
      DIR/cases/fuzz/world-N.yaml for bbb-conformance run --cases DIR/cases.

      \(ExitCodes.ExitCode.helpTable)
      """)

  @Option(help: "How many worlds.")
  var worlds = 100

  @Option(help: "What all worlds come from.")
  var seed = DrawnSeed()

  @OptionGroup var testing: ExporterOptions

  @Option(
    help: "What the worlds hold: required keeps to what 0.7.1's user guide promises. (default: recommended)",
    transform: JudgingOptions.level)
  var level = Level.recommended

  @Option(
    help: ArgumentHelp("Only worlds that match, such as world-17; may be repeated.", valueName: "glob"))
  var only: [String] = []

  @Option(help: "Begin no more worlds once so many have failed; those beside them end.")
  var stopAfter = 10

  @Option(
    help: ArgumentHelp("Give the exporter a defect, one that self-test knows.", valueName: "slug"))
  var mutant: String?

  @OptionGroup var reporting: ReportingOptions

  func validate() throws {
    guard (1...1_000_000).contains(worlds) else {
      throw ValidationError("--worlds takes a number from 1 to 1000000, not \(worlds)")
    }
    guard stopAfter > 0 else { throw ValidationError("--stop-after takes a number above 0") }
  }

  func run() async throws {
    let chosen = try chosenWorlds()
    let defect = try mutant.map(Self.mutant)
    let subject = try testing.subject()
    try reporting.prepare()
    var facts = RunFacts(
      tool: "bbb-conformance", version: ToolVersion.current, subject: subject.line,
      startedAt: Date.now.ISO8601Format(), command: command)
    facts.level = level
    var fuzzing = FuzzRun(chosen, exporter: subject, mutant: defect)
    fuzzing.mostFailures = stopAfter
    let report = await Interruption.ending { [fuzzing, facts, jobs = testing.jobs] in
      await fuzzing.report(jobs: jobs, as: facts, progress: Self.tell)
    }
    try conclude(report)
  }
}

extension FuzzCommand {
  private func chosenWorlds() throws -> [FuzzedWorld] {
    let globs = only.map { Glob($0.contains("/") ? $0 : "fuzz/\($0)") }
    let worlds = (1...worlds).lazy.filter { number in
      globs.isEmpty || globs.contains { $0.matches(FuzzedWorld.slug(of: number)) }
    }.map { FuzzedWorld(seed: seed.number, number: $0, level: level) }
    guard !worlds.isEmpty else {
      Console.complain(
        "error: no world is called so. Fix: --only takes world-1 to world-\(self.worlds), or a pattern")
      throw Ending.usage
    }
    return Array(worlds)
  }

  private static func mutant(_ text: String) throws -> Mutant {
    if let mutant = Mutant.all.first(where: { $0.slug.description == text }) { return mutant }
    Console.complain("error: no mutant is called `\(text)`; `bbb-conformance self-test` names them all")
    throw Ending.usage
  }

  private static func tell(_ progress: FuzzRun.Progress) {
    switch progress {
    case .judged(let done, let failed, let all):
      let end = Console.isTerminal && done < all ? "" : "\n"
      Console.write(
        (Console.isTerminal ? "\r\u{1B}[K" : "") + "\(done) of \(all) worlds, \(failed) failed\(end)")
    case .shrinking(let slug, let kind): Console.write("shrinking \(slug): \(kind)\n")
    }
  }

  /// This command to be called again with another `--only`.
  private var command: String {
    func quoted(_ word: String) -> String { "'" + word.replacing("'", with: "'\\''") + "'" }
    let words = ["bbb-conformance fuzz --worlds \(worlds) --seed \(seed.number) --level \(level.rawValue)"]
    let given = [("--exporter", testing.exporter), ("--mutant", mutant)].compactMap { name, value in
      value.map { "\(name) \(quoted($0))" }
    }
    return (words + given).joined(separator: " ")
  }

  private func conclude(_ report: FuzzReport) throws {
    let secrets = report.secrets
    Console.write("\n\(report.contents)\n\n")
    try reporting.publish(RedactedReport(report.run, by: Redactor(secrets: secrets)), hidingPassed: true)
    if report.run.results.count < report.planned {
      Console.write("\(report.run.results.count) of \(report.planned) worlds were run\n")
    }
    if let out = reporting.out { try write(report, into: out) }
    throw ArgumentParser.ExitCode(report.run.exitStatus)
  }

  private func write(_ report: FuzzReport, into folder: String) throws {
    do {
      for file in try WorldFiles(report, in: folder).write() { Console.write("wrote \(file)\n") }
    } catch {
      Console.complain("error: the shrunk worlds cannot be written into `\(folder)`: \(error)")
      throw Ending.toolDefect
    }
  }
}
