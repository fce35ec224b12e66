import Determinism
import Scenarios
import Testing

/// The reading layer as others use it: mappings of their own, with a scenario inside.
@Suite struct ReadingLayerTests {
  struct Case: Equatable {
    var slug: String
    var wait: Duration
    var level: Int
    var scenario: Scenario?
  }

  static var reading: Reading<Case> {
    Reading { field in
      field.mapping("a case") { m in
        let slug = m.required("slug", .name)
        let scenario = m.required("scenario", .scenario(named: slug ?? ""))
        let levels = [(name: "required", value: 1), (name: "recommended", value: 2)]
        return Case(
          slug: slug ?? "", wait: m.optional("wait", .duration) ?? .zero,
          level: m.optional("level", .choice("a level", of: levels)) ?? 1, scenario: scenario)
      }
    }
  }

  private func read(_ yaml: String) -> (Case?, [String]) {
    let sink = DiagnosticSink(file: "case.yaml")
    let value = FieldReader(yaml: yaml, sink: sink).flatMap(Self.reading.value)
    return (value, sink.diagnostics.map(\.description))
  }

  @Test func `a case embeds a scenario, which takes its name`() {
    let (value, diagnostics) = read(
      "slug: empty-server\nwait: 5m\nlevel: recommended\nscenario: { seed: 3 }\n")
    #expect(diagnostics == [])
    let scenario = Scenario(name: "empty-server", seed: 3, starts: Scenario.usualStart)
    #expect(value == Case(slug: "empty-server", wait: .seconds(300), level: 2, scenario: scenario))
  }

  @Test func `mistakes outside and inside the scenario come together, in the order of the file`() {
    let (_, diagnostics) = read("wiat: 5m\nscenario:\n  sede: 3\nlevel: optional\n")
    #expect(
      diagnostics == [
        "case.yaml:1:1: error: unknown key `wiat` (a case has the keys `slug`, `scenario`, `wait`, `level`). "
          + "Fix: did you mean `wait`?",
        "case.yaml:1:1: error: `slug` is missing (a case needs it). Fix: add `slug: …`",
        "case.yaml:3:3: error: unknown key `sede` (a scenario has the keys `scenario`, `about`, `seed`, `starts`, "
          + "`server`, `include`, `crowds`, `curves`, `meetings`, `arrivals`, `recordings`, `timeline` …). Fix: did you mean `seed`?",
        "case.yaml:4:8: error: `level` is not a level (found `optional`). Fix: use one of `required`, `recommended`",
      ])
  }

  @Test func `a mistake in an anchor is said once`() {
    let sink = DiagnosticSink(file: "f")
    let yaml = "- &a { lasts: 5 }\n- *a\n- *a\n"
    let lengths = FieldReader(yaml: yaml, sink: sink)?.elements().map { field in
      field.mapping("a length") { $0.required("lasts", .length) }
    }
    #expect(lengths == [nil, nil, nil])
    #expect(sink.diagnostics.count == 1)
  }
}
