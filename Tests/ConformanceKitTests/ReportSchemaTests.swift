import ConformanceKit
import Foundation
import TestSupport
import Testing

struct ReportSchemaTests {
  private static let reports: [(name: String, report: RedactedReport)] = [
    ("hostile", HostileReport.redacted), ("load", LoadReport.redacted),
    ("empty", RedactedReport(RunReport(.plain, results: [], elapsed: .zero), by: Redactor(secrets: []))),
    ("odd", OddReport.redacted),
  ]

  private static let load = JSONReport().text(of: LoadReport.redacted)

  /// Reports that no schema may take: each is the load report with one thing done to its text.
  private static let mutations = [
    ("\"schemaVersion\": 1", "\"schemaVersion\": 2"), ("\"exitCode\": 1", "\"exitCode\": 3"),
    ("\"strict\": false", "\"strict\": 0"), ("\"level\": \"informative\"", "\"level\": \"harsh\""),
    ("\"verdict\": \"failed\"", "\"verdict\": \"fine\""), ("\"passed\": 2", "\"passed\": -1"),
    ("\"unverified\": 0", "\"verified\": 0"), ("\"slug\": \"load/latency\"", "\"slug\": \"load\""),
    ("\"group\": \"load\",", ""), ("\"kind\": \"atMost\"", "\"kind\": \"atmost\""),
    ("\"kept\": true", "\"kept\": true, \"limits\": []"), ("\"value\": 6,", "\"value\": \"6\","),
    ("\"omittedBytes\": 4096", "\"omittedBytes\": 0.5"), ("\"hint\": null", "\"hint\": 0"),
    ("\"x\": {", "\"X\": {"), ("\"notes\": []", "\"notes\": [null]"), ("[0, ", "[0, 0, "), ("[0, ", "["),
  ]

  @Test func `the committed schema is the one that the command prints`() throws {
    let docs = GoldenFolder(at: Package.root.appending(path: "docs"))
    try docs.expect(JSONReport.schema, is: "report.schema.json")
  }

  @Test(arguments: reports.indices)
  func `every report has the shape of the schema`(index: Int) throws {
    let json = JSONReport().text(of: Self.reports[index].report)
    let document = try JSONSerialization.jsonObject(with: Data(json.utf8))
    #expect(try SchemaCheck(JSONReport.schema).mistakes(in: document) == [])
  }

  @Test(arguments: mutations)
  func `a report that is not what the schema says is refused`(original: String, mutated: String) throws {
    let json = try Self.mutant(original, mutated)
    let document = try JSONSerialization.jsonObject(with: Data(json.utf8))
    #expect(try !SchemaCheck(JSONReport.schema).mistakes(in: document).isEmpty)
  }

  @Test(.enabled(if: JSONSchemaOpinion.isInstalled, "needs python3-jsonschema; .ci/setup test installs it"))
  func `python's jsonschema takes every report and no mutant`() throws {
    let good = Self.reports.map { JSONReport().text(of: $0.report) }
    let bad = try Self.mutations.map(Self.mutant)
    let opinions = try JSONSchemaOpinion.accepts(good + bad, by: JSONReport.schema)
    #expect(opinions == good.map { _ in true } + bad.map { _ in false })
  }

  private static func mutant(_ original: String, _ mutated: String) throws -> String {
    let place = try #require(load.range(of: original), "the report has no \(original)")
    return load.replacingCharacters(in: place, with: mutated)
  }
}

/// python3-jsonschema, where it is installed.
private enum JSONSchemaOpinion {
  /// Debian's own: another python on the PATH does not know Debian's packages.
  private static let python = "/usr/bin/python3"

  static var isInstalled: Bool {
    // Without python there is no opinion either.
    (try? Tool.run([python, "-c", "import jsonschema"], on: "").status) == 0
  }

  /// Whether each of the documents is of the schema's shape.
  static func accepts(_ documents: [String], by schema: String) throws -> [Bool] {
    let program = """
      import json, jsonschema, sys
      schema, *documents = json.load(open(sys.argv[1], encoding="utf-8"))
      jsonschema.Draft202012Validator.check_schema(schema)
      validator = jsonschema.Draft202012Validator(schema)
      print(" ".join("good" if validator.is_valid(document) else "bad" for document in documents))
      """
    let all = "[" + ([schema] + documents).joined(separator: ",") + "]"
    let answer = try Tool.run([python, "-c", program], on: all)
    return answer.output.split(whereSeparator: \.isWhitespace).map { $0 == "good" }
  }
}
