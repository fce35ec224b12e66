import ConformanceKit
import Testing

@testable import ExporterConformance

struct RefusalTests {
  private func findings(_ line: String, _ exit: String = "refused") async throws -> [Finding] {
    try await ExporterCheck(ConformanceCase("exit: \(exit)"), exporter: ExporterCommand(line)).outcome()
      .findings
  }

  @Test func `an end with another status than 0 is a refusal`() async throws {
    #expect(try await findings("sh -c 'exit 1'").isEmpty)
  }

  @Test func `an end with status 0 is none`() async throws {
    #expect(try await findings("true").map(\.what) == ["the exporter's status is wrong"])
  }

  @Test func `an exporter that starts all the same is found`() async throws {
    let found = try await findings(Fixtures.python("fake_exporter.py"))
    #expect(found.map(\.what) == ["the exporter starts in spite of its settings"])
  }

  @Test(arguments: [
    ("echo PORT is no number; exit 64", []),
    ("echo PORT is no number; exit 1", ["the exporter's status is wrong"]),
    ("echo something is wrong; exit 64", ["the exporter does not say which setting is wrong"]),
  ])
  func `a refusal names the variable and has the status that the case wants`(script: String, what: [String])
    async throws
  {
    #expect(try await findings("sh -c '\(script)'", "{ naming: PORT, status: 64 }").map(\.what) == what)
  }

  @Test func `who refuses the right settings too has refused nothing`() async throws {
    let conformanceCase = try ConformanceCase("settings: { PORT: none }\nexit: refused")
    let outcome = try await ExporterCheck(conformanceCase, exporter: ExporterCommand("false")).outcome()
    #expect(
      outcome.findings.map(\.what) == [
        "the exporter refuses the right settings too, so that this refusal says nothing"
      ])
  }
}
