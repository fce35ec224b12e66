import ArgumentParser
import ConformanceKit
import ExitCodes
import FoundationEssentials

/// `bbb-conformance compare`: what changed between two runs.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare two reports (report.json): what broke, what was mended, which figures moved.",
    discussion: """
      Ends with 1 when a case broke, or a new one does not pass; with 0 otherwise. \
      Figures are told when they moved by more than a fifth, or crossed their limit; \
      what that means for the verdict, their case has said.

      \(ExitCodes.ExitCode.helpTable)
      """)

  @Argument(help: ArgumentHelp("The report.json of the earlier run.", valueName: "before"))
  var before: String

  @Argument(help: ArgumentHelp("The report.json of the later run.", valueName: "after"))
  var after: String

  @Flag(help: "Print Markdown, as for the comment of a pull request.")
  var markdown = false

  func run() throws {
    let comparison = Comparison(from: try report(at: before), to: try report(at: after))
    Console.write(markdown ? comparison.markdown : comparison.text)
    if comparison.isWorse { throw ArgumentParser.ExitCode(ExitCodes.ExitCode.failed.rawValue) }
  }

  private func report(at path: String) throws -> SavedReport {
    do {
      return try JSONDecoder().decode(SavedReport.self, from: Data(contentsOf: URL(filePath: path)))
    } catch DecodingError.dataCorrupted(let context)
      where context.codingPath.last?.stringValue == "schemaVersion"
    {
      Console.complain("error: `\(path)` is \(context.debugDescription)")
    } catch is DecodingError {
      Console.complain(
        "error: `\(path)` is no report.json. Fix: name one that `bbb-conformance run --out DIR` wrote")
    } catch {
      Console.complain("error: `\(path)` cannot be read. Fix: name the report.json of a run")
    }
    throw Ending.badConfiguration
  }
}
