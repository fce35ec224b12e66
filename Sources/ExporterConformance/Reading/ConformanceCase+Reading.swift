import ConformanceKit
public import Scenarios

extension ConformanceCase {
  /// Reads a case; throws every mistake in its file at once.
  public init(_ source: CaseLibrary.Source) throws(ScenarioProblems) {
    let sink = DiagnosticSink(file: source.file)
    let slug = Self.slug(source.slug, sink)
    guard let bytes = source.bytes else {
      sink.report(
        line: 1, column: 1, "the file cannot be read", "it is no file, or reading is not permitted",
        fix: "check the file and its permissions")
      throw ScenarioProblems(sink.diagnostics)
    }
    guard let yaml = String(validating: bytes, as: UTF8.self) else {
      sink.report(
        line: 1, column: 1, "the file is not UTF-8", "a byte belongs to no character", fix: "save it as UTF-8"
      )
      throw ScenarioProblems(sink.diagnostics)
    }
    guard yaml.contains(where: { !$0.isWhitespace }) else {
      sink.report(
        line: 1, column: 1, "the file is empty", "a case has keys and values",
        fix: "let `bbb-conformance new` write one to begin with")
      throw ScenarioProblems(sink.diagnostics)
    }
    let reading = Reading<ConformanceCase>.conformanceCase(slug ?? "unnamed/case")
    let conformanceCase = FieldReader(yaml: yaml, sink: sink).flatMap(reading.value)
    try sink.check()
    guard let conformanceCase else { preconditionFailure("\(source.file) was refused without a diagnostic") }
    self = conformanceCase
  }

  private static func slug(_ text: String, _ sink: DiagnosticSink) -> Slug? {
    do throws(SlugError) {
      return try Slug(text)
    } catch {
      sink.report(
        line: 1, column: 1, "the file's place makes no slug", error.description,
        fix: "put the file at GROUP/NAME.yaml")
      return nil
    }
  }
}

extension Reading where Value == ConformanceCase {
  /// A whole case file.
  static func conformanceCase(_ slug: Slug) -> Reading {
    Reading { field in field.mapping("a case") { $0.conformanceCase(slug: slug) } }
  }
}

extension MappingReader {
  fileprivate func conformanceCase(slug: Slug) -> ConformanceCase? {
    let level = required("level", .level)
    let about = required("about", .sentence)
    let contract = required("contract", .citations)
    let settings = optional("settings", .settings) ?? []
    let scenario = required("scenario", .scenarioOfCase(named: slug.name))
    let speaksTLS = optional("tls", .present) ?? false
    let disk = optional("disk", .disk) ?? []
    let plan = exactlyOne(of: Reading<ConformanceCase.Plan>.plans)
    guard let level, let about, let contract, let scenario, let plan else { return nil }
    return ConformanceCase(
      slug: slug, level: level, about: about, contract: contract, settings: settings,
      scenario: scenario.scenario,
      scenarioName: scenario.name, speaksTLS: speaksTLS, disk: disk, plan: plan)
  }
}

extension Reading where Value == Level {
  fileprivate static var level: Reading { choice("a level", of: Level.allCases.map { ($0.rawValue, $0) }) }
}

extension Reading where Value == String {
  /// One sentence, for the title of the case.
  fileprivate static var sentence: Reading {
    name.that(
      { $0.hasSuffix(".") && !$0.contains("\n") && $0.count <= 160 }, is: "one sentence",
      fix: "write at most 160 characters with a full stop at the end")
  }
}

extension Reading where Value == [Citation] {
  /// `[§2 bbb_meetings, …]`
  fileprivate static var citations: Reading {
    Reading { field in
      let citations = field.elements().compactMap(Reading<Citation>.citation.value)
      guard field.isList || field.isNothing, citations.isEmpty, field.elements().isEmpty else {
        return citations
      }
      return field.reject(
        asNo: "a list of citations", because: "it is empty", fix: "cite a line such as `§2 bbb_meetings`")
    }
  }
}

extension Reading where Value == Citation {
  fileprivate static var citation: Reading {
    choice(
      "a line of the contract",
      of: Contract.lines.map { ($0.place, Citation(Contract.document, $0.place, $0.text)) })
  }
}

extension Reading where Value == (scenario: Scenario, name: String?) {
  /// The name of a shipped scenario, or one that stands right here.
  fileprivate static func scenarioOfCase(named name: String) -> Reading {
    Reading { field in
      if field.isMapping { return Reading<Scenario>.scenario(named: name).value(of: field).map { ($0, nil) } }
      let shipped = Reading<String>.choice(
        "a shipped scenario", of: ShippedScenarios.all.map { ($0.name, $0.name) })
      guard let name = shipped.value(of: field) else { return nil }
      do {
        return (try Scenario.shipped(named: name), name)
      } catch {
        return field.reject(
          asNo: "a scenario without mistakes", because: "\(error)", fix: "mend the scenario")
      }
    }
  }
}
