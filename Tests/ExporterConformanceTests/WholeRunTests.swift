import ConformanceKit
import Testing

@testable import ExporterConformance

/// Cases against a process that answers: a small exporter that is right for an empty server, and wrong on
/// demand.
struct WholeRunTests {
  private static let fake = Fixtures.python("fake_exporter.py")

  private func report(_ line: String, _ slugs: [String]) async throws -> RunReport {
    let cases = try CaseLibrary.shipped().cases.filter { slugs.contains($0.slug.description) }
    #expect(cases.count == slugs.count)
    let facts = RunFacts(tool: "test", version: "0", subject: line, startedAt: "now", command: "rerun")
    let checks = cases.map { ExporterCheck($0, exporter: ExporterCommand(line)) }
    return await Runner(width: 2, clock: ContinuousClock()).run(checks, as: facts)
  }

  @Test func `an exporter that is right passes`() async throws {
    let report = try await report(
      Self.fake,
      [
        "meetings/empty-server", "clients/always-present", "recordings/none", "latency/buckets", "api/up",
        "api/calls-of-a-scrape", "versions/exporter",
      ])
    #expect(report.results.filter { $0.verdict != .passed }.map(\.slug) == [])
  }

  @Test
  func `an exporter that is wrong in three ways has three findings, each with what was expected and seen`()
    async throws
  {
    let report = try await report(
      Self.fake + " --wrong", ["formats/text-by-default", "meetings/empty-server"])
    let result = try #require(report.results.last)
    #expect(result.verdict == .failed)
    #expect(
      result.findings.map { [$0.what, $0.expected, $0.actual, $0.moment] } == [
        ["bbb_meetings is wrong", "0", "1", "step 1, at 1m"],
        [
          "bbb_meetings_participant_clients{type=\"dial-in\"} is missing", "0", "no such series",
          "step 1, at 1m",
        ],
        ["bbb_api_up has another type", "gauge", "counter", "step 1, at 1m"],
      ])
    #expect(result.rerun == "rerun --only meetings/empty-server")
  }

  @Test func `an exporter that knows nothing of meetings is caught by the first that has some`() async throws
  {
    let report = try await report(Self.fake, ["meetings/two-rooms-counted"])
    #expect(report.results.first?.verdict == .failed)
  }

  @Test func `faults, steps and what has grown are seen through a real process`() async throws {
    let conformanceCase = try ConformanceCase(
      """
      script:
        - at: 1m
          expect: oracle
        - at: 2m
          faults: [{ on: getMeetings, latency: 120ms }]
          expect:
            - { increased: { series: 'bbb_api_latency_bucket{endpoint="getMeetings",parameters="",le="0.1"}', by: 0 } }
            - { increased: { series: 'bbb_api_latency_bucket{endpoint="getMeetings",parameters="",le="+Inf"}', by: 1 } }
            - oracle
        - at: 3m
          faults: [{ status: 503 }]
          scrape: true
      """)
    let outcome = try await ExporterCheck(conformanceCase, exporter: ExporterCommand(Self.fake)).outcome()
    // A fake that does not catch its errors drops the connection, and the judge says just that.
    #expect(outcome.findings.map(\.what) == ["/metrics was not answered"])
    #expect(outcome.findings.first?.moment == "step 3, at 3m")
  }

  @Test func `what is printed is counted by lines, capitals or not`() async throws {
    let conformanceCase = try ConformanceCase(
      """
      script:
        - at: 1m
          expect:
            - prints: MIND the gap
            - prints: { text: mind, lines: 2 }
            - prints: { text: gap, lines: 3 }
            - prints: platform
      """)
    let line = "sh -c 'echo mind the Gap; echo mind; exec \(Self.fake.replacing("'", with: "\""))'"
    let outcome = try await ExporterCheck(conformanceCase, exporter: ExporterCommand(line)).outcome()
    #expect(
      outcome.findings.map { [$0.expected, $0.actual] } == [
        ["3 printed lines about it", "1 of them"], ["a printed line about it", "0 of them"],
      ])
  }

  @Test func `who asks for everything is found, and so is who notices nothing`() async throws {
    let conformanceCase = try ConformanceCase(
      """
      script:
        - { at: 1m, scrape: true }
        - { at: 1m, scrape: true }
        - at: 1m
          expect:
            - limited: { call: getRecordings, to: 10 }
            - noticed: counter
            - noticed: gauge
      """)
    let outcome = try await ExporterCheck(conformanceCase, exporter: ExporterCommand(Self.fake)).outcome()
    #expect(
      outcome.findings.map(\.what) == [
        "getRecordings asks for more than it needs", "no counter tells of it", "no gauge tells of it",
      ])
    #expect(outcome.findings.first?.actual == "none, none, none, none")
  }
}
