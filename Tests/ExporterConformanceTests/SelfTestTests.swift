import BBBAPI
import ConformanceKit
import Testing

@testable import ExporterConformance

/// Whole runs of `self-test`, with the exporter of the fixtures as the good one.
struct SelfTestTests {
  private static let facts = RunFacts(
    tool: "tests", version: "0", subject: "fake", startedAt: "2026-01-01T00:00:00Z", command: "self-test")

  private func report(_ mutants: [Mutant], _ rest: String) async throws -> MutationReport {
    let conformanceCase = try ConformanceCase(over: "quiet-server", rest)
    let exporter = ExporterCommand(Fixtures.python("fake_exporter.py"))
    return await SelfTest(mutants, of: exporter, in: [conformanceCase]).report(jobs: 4, as: Self.facts)
  }

  private static func mutant(_ name: Slug, _ defect: Defect, claimedBy claim: Slug = "test/case") -> Mutant {
    Mutant(name, "A defect of a test.", from: "a test", claimedBy: [claim], defect)
  }

  private static let bright = "script: [{ at: 1m, expect: [{ bbb_meetings: 0 }] }]"

  @Test func `a defect on either side and in the exporter's command is caught`() async throws {
    let mutants = [
      Self.mutant("metrics/off", .page { $0.add("bbb_meetings", by: 1) }),
      Self.mutant("metrics/failing", .answer { answer, _ in answer.status = 500 }),
      Self.mutant("behaviour/dead", .script("exit 1")),
    ]
    let report = try await report(mutants, Self.bright)
    #expect(report.mutants.map(\.outcome) == [.caught, .caught, .caught], "\(report.text)")
    #expect(report.score == "mutation score 3/3")
  }

  @Test func `a defect that no case looks at survives`() async throws {
    let blind = Self.mutant("metrics/blind", .page { $0.add("bbb_meetings_listeners", by: 1) })
    let report = try await report([blind], Self.bright)
    #expect(report.mutants.first?.missedBy == ["test/case"])
    #expect(report.score == "mutation score 0/1")
    #expect(!report.isSound)
  }

  @Test func `a case that fails the good exporter has caught nothing`() async throws {
    let off = Self.mutant("metrics/off", .page { $0.add("bbb_meetings", by: 1) })
    let report = try await report([off], "script: [{ at: 1m, expect: [{ bbb_meetings: 5 }] }]")
    #expect(report.biased.map(\.slug) == ["test/case"])
    #expect(!report.isSound)
  }

  @Test func `a mutant whose case is not there survives`() async throws {
    let lost = Self.mutant("metrics/lost", .doubled, claimedBy: "test/elsewhere")
    let report = try await report([lost], Self.bright)
    #expect(report.mutants.first?.outcome == .survived)
  }

  @Test func `a mutant shows what the scrape before has found`() async throws {
    let late = Self.mutant(
      "metrics/late", .answer { answer, earlier in if let last = earlier.last { answer = last } })
    let report = try await report(
      [late],
      """
      script:
        - { at: 1m, scrape: true }
        - at: 2m
          expect:
            - increased: { series: 'bbb_api_latency_count{endpoint="getMeetings",parameters=""}', by: 1 }
      """)
    #expect(report.mutants.first?.outcome == .caught)
    #expect(report.biased.isEmpty)
  }

  /// Each of them over a real connection.
  private static let deliveries: [(String, Delivery)] = [
    ("cut", .cutOff), ("reset", .resetHalfway), ("refused", .refused(first: 1)),
    ("short", .misstatedLength(by: -1)), ("long", .misstatedLength(by: 1)), ("chunk", .malformedChunk),
    ("unfinished", .unfinishedChunks), ("no-http", .nonsense), ("elsewhere", .redirected(to: "/metrics/")),
    ("head", .endlessHead(bytes: 1 << 20)),
  ]

  @Test func `an answer that does not arrive as it should is caught, and the good one is not`() async throws {
    let mutants = Self.deliveries.map { name, delivery in
      Self.mutant(Slug(stringLiteral: "wire/\(name)"), .wire(delivery))
    }
    let report = try await report(mutants, Self.bright)
    #expect(report.count(.caught) == mutants.count && report.biased.isEmpty, "\(report.text)")
  }

  @Test func `an answer that takes its time says when its bytes come`() {
    let answer = HTTPAnswer(status: 200, body: Array("0123456789".utf8))
    let deliveries = [Delivery.late(.seconds(4)), .dripped(bytes: 4, every: .seconds(1))]
    let pauses = deliveries.map { delivery in
      delivery.wire(answer, number: 0).pieces.reduce(Duration.zero) { sum, piece in
        if case .pause(let pause) = piece { sum + pause } else { sum }
      }
    }
    #expect(pauses == [.seconds(4), .seconds(3)])
  }

  @Test func `an exporter that asks otherwise is caught by what the API has seen`() async throws {
    let mutants = [
      Self.mutant("api/post", .asks(.posting)),
      Self.mutant("api/also", .asks(.also([.getMeetingInfo]))),
    ]
    let report = try await report(
      mutants,
      """
      script:
        - { at: 1m, scrape: true }
        - { at: 2m, expect: [{ calls: { getMeetings: 1, getMeetingInfo: 0 } }] }
      """)
    #expect(report.count(.caught) == 2 && report.biased.isEmpty, "\(report.text)")
  }

  @Test func `a call is signed anew when it loses a parameter`() throws {
    let uri = try #require(APICallURI("/api/getRecordings?checksum=1&limit=1&state=deleted"))
    let secret = SharedSecret("s")
    let digest = Checksum.hexDigest(
      call: "getRecordings", query: "state=deleted", secret: secret, algorithm: .sha256)
    #expect(uri.without(["limit"], secret) == "/api/getRecordings?state=deleted&checksum=\(digest)")
  }
}
