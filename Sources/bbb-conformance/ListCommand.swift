import APIConformance
import ArgumentParser
import ConformanceKit
import ExitCodes
import ExporterConformance

/// `bbb-conformance list`: every case, or every check of an API server, a line each.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Name every case: its slug, its level, and what it holds an exporter, or an API server, to.",
    discussion: ExitCodes.ExitCode.helpTable)

  /// What the list is ordered by.
  enum Order: String, ExpressibleByArgument, CaseIterable {
    case slug
    case contract
  }

  @Option(help: "Order by slug, or by the lines of the contract with the cases on each: slug or contract.")
  var by = Order.slug

  @OptionGroup var options: CaseOptions

  @Flag(help: "The checks of an API server, which `api` runs.")
  var api = false

  func run() throws {
    if by == .contract { return Console.write(ContractCoverage(try options.library()).text) }
    let lines = try api ? APISuite.rulings.map { ($0.slug, $0.level, $0.title) } : cases
    let width = lines.map { $0.0.description.count }.max() ?? 0
    for (slug, level, about) in lines {
      let slug = slug.description
      Console.write(
        slug + Self.spaces(width - slug.count) + "  " + level.rawValue
          + Self.spaces(11 - level.rawValue.count) + "  \(about)\n")
    }
  }

  func validate() throws {
    if api, by == .contract {
      throw ValidationError(
        "--by contract is for cases: the contract is that of exporters, not of API servers")
    }
  }

  private var cases: [(Slug, Level, String)] {
    get throws { try options.library().cases.map { ($0.slug, $0.level, $0.about) } }
  }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
