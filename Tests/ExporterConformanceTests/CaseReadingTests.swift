import BBBAPI
import ConformanceKit
import Scenarios
import TestSupport
import Testing

@testable import ExporterConformance

struct CaseReadingTests {
  @Test(arguments: Fixtures.bad.names(endingIn: ".yaml"))
  func `every mistake in a case is named at its place`(name: String) throws {
    let source = CaseLibrary.Source(slug: "bad/case", file: name, bytes: try Fixtures.bad.bytes(name))
    let problems = #expect(throws: ScenarioProblems.self) { try ConformanceCase(source) }
    try Fixtures.bad.expect("\(problems.map(\.description) ?? "no problem")\n", is: "\(name.dropLast(5)).txt")
  }

  @Test func `there are bad cases to read`() {
    #expect(Fixtures.bad.names(endingIn: ".yaml").count >= 5)
  }

  @Test func `a case with everything is explained line by line`() throws {
    let bytes = try Fixtures.golden.bytes("every-step.yaml")
    let conformanceCase = try ConformanceCase(
      CaseLibrary.Source(slug: "test/every-step", file: "every-step.yaml", bytes: bytes))
    let text = CaseExplanation(conformanceCase, rerun: "bbb-conformance run --only test/every-step").text
    try Fixtures.golden.expect(text, is: "every-step.txt")
  }

  @Test func `an expectation means that the page is asked for`() throws {
    let steps = try ConformanceCase("script: [{ at: 1m, expect: oracle }, { at: 2m }]").steps
    #expect(steps.map { $0.scrape == nil } == [false, true])
  }

  @Test func `no faults and an empty list of faults are two things`() throws {
    let steps = try ConformanceCase("script: [{ at: 1m }, { at: 2m, faults: [] }]").steps
    #expect(steps.map(\.faults) == [nil, []])
  }

  @Test func `a setting without a value is taken out of the environment`() throws {
    let settings = try ConformanceCase("settings: { API_SECRET: null, PORT: \"\" }\nexit: refused").settings
    #expect(settings == [Setting("API_SECRET", nil), Setting("PORT", "")])
  }

  @Test(arguments: ["Meetings/empty", "empty", "a/b/c", "meetings/two_rooms"])
  func `a file in the wrong place has no slug`(slug: String) throws {
    let source = CaseLibrary.Source(slug: slug, file: "x.yaml", bytes: Array("level: required\n".utf8))
    let problems = #expect(throws: ScenarioProblems.self) { try ConformanceCase(source) }
    #expect(problems?.diagnostics.first?.summary == "the file's place makes no slug")
  }

  @Test func `mistakes of all files are told at once`() {
    let sources = ["a/one", "a/two"].map {
      CaseLibrary.Source(slug: $0, file: "\($0).yaml", bytes: Array("x: 1\n".utf8))
    }
    let problems = #expect(throws: ScenarioProblems.self) { try CaseLibrary(sources) }
    #expect(Set(problems?.diagnostics.map(\.file) ?? []) == ["a/one.yaml", "a/two.yaml"])
  }

  @Test func `a file that cannot be read hides nothing of the others`() {
    let sources = [
      CaseLibrary.Source(slug: "a/one", file: "a/one.yaml", bytes: nil),
      CaseLibrary.Source(slug: "a/two", file: "a/two.yaml", bytes: Array("x: 1\n".utf8)),
    ]
    let problems = #expect(throws: ScenarioProblems.self) { try CaseLibrary(sources) }
    #expect(problems?.diagnostics.first?.summary == "the file cannot be read")
    #expect(Set(problems?.diagnostics.map(\.file) ?? []) == ["a/one.yaml", "a/two.yaml"])
  }

  @Test func `a wall clock is set back or forward, during a scrape`() throws {
    let steps = try ConformanceCase("script: [{ at: 1m, wall clock: -1h }, { at: 2m, wall clock: +1d }]")
      .steps
    #expect(steps.map(\.wallClock) == [.seconds(-3600), .seconds(86_400)])
    #expect(steps.allSatisfy { $0.scrape != nil })
  }
}
