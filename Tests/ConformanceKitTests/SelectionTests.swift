import ConformanceKit
import Testing

struct SelectionTests {
  private static let checks: [any Check] = [
    StubCheck(slug: "meetings/right", level: .recommended),
    StubCheck(slug: "meetings/counted", level: .required),
    StubCheck(slug: "load/soak", level: .informative),
  ]

  @Test(arguments: [
    (Level.required, [], ["meetings/counted"]),
    (.recommended, [], ["meetings/counted", "meetings/right"]),
    (.informative, [], ["load/soak", "meetings/counted", "meetings/right"]),
    (.required, ["meetings/*"], ["meetings/counted"]),
    (.required, ["load/soak"], ["load/soak"]),
    (.required, ["load/*"], []),
    (.informative, ["load", "*counted"], ["load/soak", "meetings/counted"]),
  ])
  func `a selection takes the cases up to its level that fit a pattern`(
    level: Level, only: [String], expected: [String]
  ) throws {
    let selection = Selection(level: level, only: only.map { Glob($0) })
    let selected = try Catalogue(SelectionTests.checks).selecting(selection)
    #expect(selected.map(\.slug.description) == expected)
  }

  @Test func `a pattern that no case answers to is told`() throws {
    let patterns = ["meetings/*", "meeting/*", "load/soaking"].map { Glob($0) }
    let unmatched = try Catalogue(SelectionTests.checks).unmatched(patterns)
    #expect(unmatched.map(\.description) == ["meeting/*", "load/soaking"])
  }

  @Test func `a case is found by its slug`() throws {
    let catalogue = try Catalogue(SelectionTests.checks)
    #expect(catalogue.check("load/soak")?.level == .informative)
    #expect(catalogue.check("load/none") == nil)
  }

  @Test func `a catalogue refuses two cases of one name`() {
    let twice: [any Check] = ["b/b", "a/a", "b/b", "c/c", "a/a"].map { StubCheck(slug: $0) }
    let error = #expect(throws: RepeatedSlugsError.self) { try Catalogue(twice) }
    #expect(error?.description == "slugs must be unique; used more than once: a/a, b/b")
  }
}
