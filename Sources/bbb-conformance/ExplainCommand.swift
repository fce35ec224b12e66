import ArgumentParser
import ConformanceKit
import ExitCodes
import ExporterConformance

/// `bbb-conformance explain`: what one case does.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell what a case checks, on which line of the contract it rests, and how to run just it.",
    discussion: ExitCodes.ExitCode.helpTable)

  @OptionGroup var options: CaseOptions

  @Argument(help: "The slug of a case, as `list` shows it.")
  var slug: String

  func run() throws {
    let library = try options.library()
    guard let one = library.cases.first(where: { $0.slug.description == slug }) else {
      Console.complain(CaseNames(library).complaint(about: slug))
      throw Ending.usage
    }
    let cases = options.folder.map { " --cases \($0)" } ?? ""
    Console.write(CaseExplanation(one, rerun: "bbb-conformance run\(cases) --only \(one.slug)").text)
  }
}
