import ArgumentParser
import ConformanceKit
import ExitCodes
import ExporterConformance

/// `bbb-conformance list`: every case, a line each.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Name every case: its slug, its level, and what it holds an exporter to.",
    discussion: ExitCodes.ExitCode.helpTable)

  @OptionGroup var options: CaseOptions

  func run() throws {
    let cases = try options.library().cases
    let width = cases.map { $0.slug.description.count }.max() ?? 0
    for one in cases {
      let slug = one.slug.description
      let level = one.level.rawValue
      Console.write(
        slug + Self.spaces(width - slug.count) + "  " + level + Self.spaces(11 - level.count)
          + "  \(one.about)\n")
    }
  }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
