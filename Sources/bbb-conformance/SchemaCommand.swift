import ArgumentParser
import ConformanceKit
import ExitCodes
import ExporterConformance

/// `bbb-conformance schema`: prints the JSON Schema of what the command reads or writes.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema (draft 2020-12) of a file.",
    discussion: ExitCodes.ExitCode.helpTable)

  /// What there is a schema of.
  enum Document: String, ExpressibleByArgument, CaseIterable {
    case `case`
    case report

    var schema: String {
      switch self {
      case .case: CaseSchema.json
      case .report: JSONReport.schema
      }
    }
  }

  @Argument(help: "What it is a schema of: case (a case file) or report (report.json of run --out).")
  var document: Document

  func run() throws { Console.write(document.schema) }
}
