import ExitCodes

extension JSONReport {
  /// The JSON Schema (draft 2020-12) of a report, with a line feed at its end.
  ///
  /// It admits exactly the keys that this version writes, so that neither of the two changes without the other.
  public static var schema: String {
    let head: [(key: String, value: JSONValue)] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string("A report of bbb-conformance (report.json)")),
      (
        "$comment",
        .string(
          "Printed by bbb-conformance schema report. A later command may add keys under the same schemaVersion: "
            + "check a report with the schema of the command that wrote it.")
      ),
    ]
    let shapes = JSONValue.object(named.map { ($0.name, $0.shape.schema) })
    return JSONValue.object(head + report.members + [("$defs", shapes)]).text() + "\n"
  }

  private static let report = JSONShape.object([
    .init(
      "schemaVersion", .choice([.integer(schemaVersion)]), "Grows when a key changes its meaning or goes."),
    .init("tool", .object([.init("name", .text()), .init("version", .text())])),
    .init("subject", .text(), "What was judged: a command line or an address, without secrets."),
    .init("startedAt", .text(), "ISO 8601 with a zone."),
    .init("level", .choice(of: Level.self), "The highest level that was asked for."),
    .init("strict", .flag, "Whether warnings count as failures."),
    .init("command", .text(), "The command that ran the suite, without its own --only."),
    .init("interrupted", .flag, "Whether the run was cut short; what had no verdict by then is skipped."),
    .init("elapsedSeconds", .number),
    .init("exitCode", .choice(exitCodes), "0 done, 1 failed, 2 inconclusive, 70 a defect of the suite."),
    .init("counts", .named("counts")),
    .init(
      "results", .list(.named("result")),
      "A result for every case that was selected, in the order of the slugs."),
  ])

  private static let exitCodes = [ExitCode.done, .failed, .inconclusive, .toolDefect].map {
    JSONValue.integer($0.rawValue)
  }

  private static let named: [(name: String, shape: JSONShape)] = [
    ("counts", counts), ("result", result), ("finding", finding), ("citation", citation), ("figure", figure),
    ("limit", limit), ("plot", plot), ("axis", axis), ("line", line), ("exhibit", exhibit),
  ]

  private static let counts = JSONShape.object(
    Verdict.allCases.map { .init($0.rawValue, .count) } + [
      .init("total", .count),
      .init("unverified", .count, "Skipped, blocked and setup-failed: they say nothing about the subject."),
    ])
}

// One case.
extension JSONReport {
  private static let result = JSONShape.object([
    .init("slug", .text(pattern: "^\(words)/\(words)$"), "The stable name of the case."),
    .init("group", .text(pattern: "^\(words)$"), "What stands before the slash of the slug."),
    .init("title", .text(), "What the case holds the subject to."),
    .init("level", .choice(of: Level.self)),
    .init("verdict", .choice(of: Verdict.self)),
    .init("durationSeconds", .number),
    .init("citations", .list(.named("citation")), "The lines of the contract that the case rests on."),
    .init(
      "findings", .list(.named("finding")),
      "Why the verdict is what it is, in the order in which it was seen."),
    .init("notes", .list(.text()), "Circumstances that are no judgement."),
    .init("figures", .list(.named("figure")), "Numbers that the case has measured."),
    .init("plots", .list(.named("plot")), "Courses of numbers."),
    .init("exhibits", .list(.named("exhibit")), "What went over the wire, without secrets."),
    .init("rerun", .text(), "The command that runs this case alone."),
  ])

  private static let words = "[a-z0-9]+(-[a-z0-9]+)*"

  private static let finding = JSONShape.object([
    .init("weight", .choice(of: Finding.Weight.self)),
    .init("what", .text(), "What is wrong, in one line."),
    .init("moment", .optional(.text()), "When it was seen."),
    .init("expected", .optional(.text())),
    .init("actual", .optional(.text()), "What the subject said, as it said it: not to be trusted."),
    .init(
      "citation", .optional(.named("citation")), "A line of the contract, where narrower than the case's."),
    .init("hint", .optional(.text()), "A likely cause, or the way to a fix."),
  ])

  private static let citation = JSONShape.object([
    .init("document", .text()), .init("place", .text()), .init("text", .text()),
  ])
}

// What was measured and kept.
extension JSONReport {
  private static let figure = JSONShape.object([
    .init("name", .text(), "The same in every run."),
    .init("value", .optional(.number), "Null for what is not finite."),
    .init("unit", .text(), "Empty for a ratio."),
    .init("limit", .optional(.named("limit"))),
    .init("kept", .flag, "Whether the value keeps its limit; without one it does."),
  ])

  private static let limit = JSONShape.object([
    .init("kind", .choice([.string("atMost"), .string("atLeast")])), .init("value", .optional(.number)),
  ])

  private static let plot = JSONShape.object([
    .init("title", .text()),
    .init("x", .named("axis")),
    .init("y", .named("axis")),
    .init("limit", .optional(.number), "A height that should not be crossed."),
    .init("lines", .list(.named("line"))),
  ])

  private static let axis = JSONShape.object([
    .init("name", .text()), .init("unit", .text(), "Empty for what is counted."),
  ])

  private static let line = JSONShape.object([
    .init("name", .text()),
    .init("points", .list(.tuple([.optional(.number), .optional(.number)])), "Pairs of x and y."),
  ])

  private static let exhibit = JSONShape.object([
    .init("title", .text()),
    .init("text", .text(), "As it went over the wire: not to be trusted."),
    .init("omittedBytes", .count, "How many bytes were left out behind the text."),
  ])
}
