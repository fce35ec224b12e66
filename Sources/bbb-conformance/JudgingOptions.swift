import ArgumentParser
import ConformanceKit
import FoundationEssentials

/// What `run` and `api` have in common: which cases count, and where the verdicts go.
struct JudgingOptions: ParsableArguments {
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
      "Cases that are known to fail, a slug a line, # before a comment. One of them that passes fails the run.",
      valueName: "file"))
  var knownFailures: String?

  @Flag(help: "Let warnings fail the run.")
  var strict = false

  @OptionGroup var reporting: ReportingOptions

  static func level(_ text: String) throws -> Level {
    guard let level = Level(rawValue: text) else {
      throw ValidationError("there is no level `\(text)`; use one of required, recommended, informative")
    }
    return level
  }

  /// The patterns of `--only`.
  var patterns: [Glob] { only.map { Glob($0) } }

  /// The cases that are taken.
  var selection: Selection { Selection(level: level, only: patterns) }

  /// Puts what was asked for into the facts of the run; a name on the list of known failures must be one of `slugs`.
  func complete(_ facts: inout RunFacts, among slugs: [Slug]) throws {
    facts.level = level
    facts.isStrict = strict
    facts.knownFailures = try known(among: slugs)
  }

  private func known(among slugs: [Slug]) throws -> KnownFailures {
    guard let knownFailures else { return KnownFailures() }
    let list = try readList(knownFailures)
    let strangers = list.slugs.subtracting(slugs).sorted()
    for slug in strangers {
      Console.complain("\(knownFailures): \(CaseNames(slugs).complaint(about: "\(slug)"))")
    }
    if !strangers.isEmpty { throw Ending.badConfiguration }
    return list
  }

  private func readList(_ path: String) throws -> KnownFailures {
    do {
      return try KnownFailures(parsing: String(contentsOf: URL(filePath: path), encoding: .utf8))
    } catch let error as KnownFailuresError {
      for mistake in error.mistakes { Console.complain("\(path):\(mistake.line): error: \(mistake.reason)") }
    } catch {
      Console.complain("error: the list of known failures `\(path)` cannot be read as UTF-8 text")
    }
    throw Ending.badConfiguration
  }

  /// Makes sure before the run that the reports can be written after it.
  func prepareReports() throws { try reporting.prepare() }

  /// Prints the report, writes it down where that was asked for, and ends the command with its code.
  func conclude(_ redacted: RedactedReport) throws {
    try reporting.publish(redacted)
    throw ArgumentParser.ExitCode(redacted.report.exitStatus)
  }
}
