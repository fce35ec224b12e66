import APIConformance
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

  @Argument(help: "The slug of a case, as `list` and `list --api` show it.")
  var slug: String

  func run() throws {
    let library = try options.library()
    let one = library.cases.first { $0.slug.description == slug }
    let ruling = APISuite.rulings.first { $0.slug.description == slug }
    if one == nil && ruling == nil {
      let all = library.cases.map(\.slug) + APISuite.rulings.map(\.slug)
      Console.complain(CaseNames(all).complaint(about: slug))
      throw Ending.usage
    }
    // Exporters and API servers have cases of their own; where both have one of this name, both are told.
    let cases = options.folder.map { " --cases \($0)" } ?? ""
    let texts = [
      one.map { CaseExplanation($0, rerun: "bbb-conformance run\(cases) --only \($0.slug)").text },
      ruling?.explanation,
    ]
    Console.write(texts.compactMap { $0 }.joined(separator: "\n"))
  }
}
