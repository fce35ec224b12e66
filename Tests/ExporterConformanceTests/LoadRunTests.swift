import ConformanceKit
import Testing

@testable import ExporterConformance

/// Loads on a process that answers: the fake of the fixtures makes its calls one after another, shares none of them and
/// waits for ever.
struct LoadRunTests {
  private static let fake = Fixtures.python("fake_exporter.py")

  private static let facts = RunFacts(
    tool: "test", version: "0", subject: "fake", startedAt: "now", command: "rerun")

  private func result(_ script: String, _ line: String = fake, soak: Int? = nil) async throws -> CaseResult {
    var check = ExporterCheck(try ConformanceCase("script:\n" + script), exporter: ExporterCommand(line))
    check.soak = soak
    let report = await Runner(width: 1, clock: ContinuousClock()).run([check], as: Self.facts)
    return try #require(report.results.first)
  }

  @Test func `an exporter that shares nothing and waits for each call is told so in figures`() async throws {
    let result = try await result(
      """
        - { at: 1m, scrape: true }
        - at: 2m
          faults: [{ latency: 200ms }]
          load: { scrapes: 4, together: 4 }
          expect:
            - answered: 100%
            - amplification: 1
            - serial-factor: 3
            - right: 100%
      """)
    #expect(
      result.findings.map(\.what) == [
        "scrapes at the same time do not share their calls", "the calls of a scrape wait for each other",
      ])
    #expect(result.findings.first?.actual == "4 calls")
    #expect(result.findings.first?.moment == "step 2, at 2m")
    let factor = try #require(result.evidence.figures.first { $0.name == "serial factor" })
    #expect(factor.value >= 5)
    #expect(result.evidence.figures.first { $0.name == "right" }?.value == 100)
  }

  @Test func `calls that hang pile up, and nobody asks for ever`() async throws {
    let result = try await result(
      """
        - { at: 1m, scrape: true }
        - at: 2m
          faults: [{ hang: true }]
          load: { scrapes: 20, together: 4, timeout: 100ms }
          expect:
            - answered: 50%
            - open-calls: 5
            - peak-memory: 4096
      """)
    #expect(result.findings.map(\.what) == ["scrapes are not answered in time", "calls pile up at the API"])
    #expect(result.findings.first?.hint == "after three rounds without an answer nobody asked any more")
    #expect(result.evidence.figures.first { $0.name == "open calls" }?.value == 12)
  }

  @Test func `pages of a world that changes are held against it one by one`() async throws {
    let result = try await result(
      """
        - { at: 1m, scrape: true }
        - at: 2m
          api: [create: { meetingID: one, name: One }]
          load: { scrapes: 3, step: 1m }
          expect: [{ right: 100% }, { up-right: 100% }, { right-from: 1 }]
      """)
    // The fake knows of no meeting; that the API is up it knows.
    #expect(result.findings.map(\.what) == ["pages are wrong", "the page is not right again"])
    #expect(result.findings.map(\.actual) == ["0%", "4"])
    #expect(result.findings.first?.hint?.hasPrefix("scrape 1 was the first: bbb_meetings") ?? false)
  }

  @Test func `clients that leave are followed by none of their calls`() async throws {
    let result = try await result(
      """
        - { at: 1m, scrape: true }
        - at: 2m
          load: { scrapes: 16, together: 4, leaving: 50% }
          expect: [{ answered: 100% }, { right: 100% }, { descriptor-growth: 4 }]
        - { at: 3m, expect: oracle }
      """)
    #expect(result.findings == [])
    #expect(result.evidence.figures.first { $0.name == "descriptor growth" }?.limit == .atMost(4))
  }

  @Test func `every process of an exporter counts`() async throws {
    let line = "sh -c 'sleep 60 & sleep 60 & exec \(Self.fake.replacing("'", with: "\""))'"
    let script = """
        - at: 1m
          load: { scrapes: 1 }
          expect: [{ peak-memory: 1 }]
      """
    let alone = try await result(script)
    let accompanied = try await result(script, line)
    let memory = [alone, accompanied].map {
      $0.evidence.figures.first { $0.name == "peak memory" }?.value ?? 0
    }
    #expect(memory[0] > 1)
    #expect(memory[1] > memory[0])
  }

  @Test func `a soak is as long as it was asked to be, and has the time for it`() async throws {
    let script = """
        - { at: 1m, load: { scrapes: 2, step: 1m, soak: true } }
        - { at: 3m, expect: oracle }
      """
    let result = try await result(script, soak: 9)
    #expect(result.findings == [])
    #expect(result.evidence.plots.first?.lines.first?.points.count == 9)
    var check = ExporterCheck(try ConformanceCase("script:\n" + script), exporter: ExporterCommand(Self.fake))
    #expect(check.timeLimit == .milliseconds(60_400))
    check.soak = 9
    #expect(check.timeLimit == .milliseconds(61_800))
  }
}
