import BBBAPI
import ConformanceKit
import SimulatorCore
import SimulatorServer
import Testing

@testable import ExporterConformance

/// What a case keeps for the reader of its findings, and what never gets into it.
struct ExhibitTests {
  private static let fake = Fixtures.python("fake_exporter.py")
  private static let secret = "demo-secret"
  private static let people = ["Ada", "Ben", "Chloé", "Dmitri", "Grace", "Henrik", "Jürgen"]

  private func outcome(_ script: String, of line: String = fake) async throws -> CaseOutcome {
    try await ExporterCheck(
      ConformanceCase(over: "two-rooms", script), exporter: ExporterCommand(line)
    ).outcome()
  }

  @Test func `a secret that stands where a text is cut is gone whole`() async throws {
    let outcome = try await outcome(
      "script: [{ at: 14m, expect: oracle }]", of: Fixtures.python("secret_at_the_cut.py"))
    let shown = outcome.evidence.exhibits.map(\.text) + outcome.findings.compactMap(\.hint)
    // The page, head and body, and the hint of the finding.
    #expect(shown.count { $0.contains("xxxxx[reda") } == 2)
    #expect(!shown.contains { $0.contains("xd") })
  }

  @Test func `a failing case shows question, answer, calls, world and document`() async throws {
    let exhibits = try await outcome(
      """
      script:
        - at: 14m
          faults: [{ on: getRecordings, latency: 1ms }]
          scrape: { headers: { X-Prometheus-Scrape-Timeout-Seconds: "5" } }
          expect: [{ bbb_meetings: 2 }]
      """
    ).evidence.exhibits
    #expect(
      exhibits.map(\.title) == [
        "step 1, at 14m: GET /metrics", "step 1, at 14m: what the exporter asked of the API",
        "step 1, at 14m: the world", "step 1, at 14m: how the API's getMeetings begins",
        "how the exporter was started", "what it printed",
      ])
    let page = try #require(exhibits.first?.text)
    #expect(page.hasPrefix("> GET /metrics\n> X-Prometheus-Scrape-Timeout-Seconds: 5\n\n< 200  ("))
    #expect(page.contains("\n< Content-Type: text/plain; version=0.0.4; charset=utf-8\n"))
    #expect(
      page.contains(
        """
        # What the findings are about:
        # HELP bbb_meetings Said by a fake.
        # TYPE bbb_meetings gauge
        bbb_meetings 0

        # From its beginning:
        # HELP bbb_meetings Said by a fake.
        """))
    #expect(
      exhibits[1].text.split(separator: "\n") == [
        "GET getMeetings → 200", "GET getRecordings state=processing → 200, under the fault `latency`",
        "GET getRecordings state=published → 200, under the fault `latency`",
        "GET getRecordings state=unpublished → 200, under the fault `latency`",
        "GET getRecordings state=deleted → 200, under the fault `latency`",
      ])
    #expect(exhibits[2].text.contains("\ncoffee-corner: participants 4, listeners 0, voice 4, video 2"))
    #expect(exhibits[3].text.contains("<meetingID>algebra-seminar</meetingID>"))
    #expect(exhibits[3].text.contains("<fullName>[redacted]</fullName>"))
    #expect(exhibits[4].text.contains("API_SECRET=[redacted]"))
  }

  @Test func `nothing of them shows a secret, a password, or who was there`() async throws {
    let exhibits = try await outcome("script: [{ at: 14m, expect: [{ bbb_meetings: 9 }] }]").evidence.exhibits
    #expect(exhibits.count > 4)
    for text in exhibits.map(\.text) {
      #expect(!text.contains(Self.secret))
      for name in Self.people { #expect(!text.contains(name), "\(name)") }
      #expect(text.firstMatch(of: /<[a-z]+PW>(?!\[redacted\]<)/) == nil)
      #expect(text.firstMatch(of: /checksum=[0-9a-f]/) == nil)
    }
  }

  @Test(arguments: [
    "script: [{ at: 1m, expect: [{ bbb_meetings: 0 }] }]", "script: [{ at: 1m, expect: [status: 200] }]",
  ])
  func `a case that passes keeps nothing`(script: String) async throws {
    let quiet = try ConformanceCase(over: "quiet-server", script)
    let outcome = try await ExporterCheck(quiet, exporter: ExporterCommand(Self.fake)).outcome()
    #expect(outcome == .passed)
  }

  @Test func `only the first steps that go wrong are shown, each as it was`() async throws {
    let steps = (10..<20).map { "{ at: \($0)m, expect: [{ bbb_meetings: 7 }] }" }.joined(separator: ", ")
    let exhibits = try await outcome("script: [\(steps)]").evidence.exhibits
    let worlds = exhibits.filter { $0.title.hasSuffix("the world") }
    #expect(worlds.map(\.title) == (10..<13).map { "step \($0 - 9), at \($0)m: the world" })
    #expect(worlds[0].text != worlds[2].text)
  }

  @Test func `looking at the document changes nothing of what the steps behind it are judged by`()
    async throws
  {
    let outcome = try await outcome(
      """
      script:
        - { at: 12m, expect: [{ bbb_meetings: 7 }] }
        - at: 14m
          expect:
            - { increased: { series: 'bbb_api_latency_count{endpoint="getMeetings",parameters=""}', by: 1 } }
            - calls: { getMeetings: 1, getRecordings: 4 }
      """)
    #expect(outcome.findings.map(\.moment) == ["step 1, at 12m"])
  }

  @Test func `edits stand in the document, and an exporter that dies shows what it was asked`() async throws {
    let exhibits = try await outcome(
      """
      script:
        - at: 14m
          faults: [{ on: getMeetings, edit: { remove: "meetings/meeting[1]/meetingID" } }]
          expect: oracle
      """, of: Fixtures.python("dying_exporter.py")
    ).evidence.exhibits
    #expect(exhibits[0].text == "> GET /metrics\n\nno answer")
    #expect(exhibits[1].text == "no call")
    #expect(!exhibits[3].text.contains("algebra-seminar</meetingID>"))
  }

  @Test func `who does not refuse its settings shows how it was started`() async throws {
    let lax = try ConformanceCase(over: "quiet-server", "settings: { PORT: \"0\" }\nexit: { naming: PORT }")
    let outcome = try await ExporterCheck(lax, exporter: ExporterCommand("sh -c 'echo no; exit 3'")).outcome()
    let exhibits = outcome.evidence.exhibits
    #expect(exhibits.map(\.title) == ["how the exporter was started", "what it printed"])
    #expect(exhibits[0].text.hasPrefix("sh -c 'echo no; exit 3'\nAPI_BASE_URL=http://127.0.0.1:"))
    #expect(
      exhibits[0].text.hasSuffix("/bigbluebutton/api/\nAPI_SECRET=[redacted]\nBIND_IP=127.0.0.1\nPORT=0"))
    #expect(exhibits[1].text == "no\n")
  }
}

/// Pages of exporters that mean no good.
struct PageExhibitTests {
  private func exhibit(_ body: String, about what: String = "bbb_x is wrong") -> Exhibit {
    let answer = ScrapeAnswer(status: 200, contentType: nil, body: Array(body.utf8), duration: .zero)
    let record = ScrapeRecord(plan: ScrapePlan(), answer: answer, calls: [], faults: [])
    return PageExhibit(record: record, names: ["Ada Lovelace"], redactor: Redactor(secrets: ["s3cret"]))
      .exhibit(about: [Finding(what, expected: "1", actual: "2")], at: "step 1")
  }

  @Test func `a person on a page is not shown, nor is a secret`() {
    let text = exhibit("bbb_x{who=\"Ada Lovelace\",key=\"s3cret\"} 1\n# Ada Lovelace s3cret\n").text
    #expect(text.contains("bbb_x{who=\"[redacted]\",key=\"[redacted]\"} 1\n# [redacted] [redacted]\n"))
  }

  @Test(arguments: [
    ("bbb_x_gcount is wrong", ["bbb_x_bucket{le=\"1\"} 1", "bbb_x_gcount 1"]),
    ("bbb_y_total is missing", ["bbb_y 1"]),
    ("the page breaks a rule", []),
  ])
  func `lines of a family are found by any of its names`(what: String, lines: [String]) {
    let body = "bbb_x_bucket{le=\"1\"} 1\nbbb_x_gcount 1\nbbb_y 1\nbbb_xy 1\n"
    let text = exhibit(body, about: what).text
    let named = text.split(separator: "# What the findings are about:\n").dropFirst().first
    #expect(named?.split(separator: "\n\n").first?.split(separator: "\n").map(String.init) ?? [] == lines)
  }

  @Test func `of a huge page the beginning is shown, and how much there is besides`() {
    let body = String(repeating: "bbb_x 1\n", count: 1_000_000)
    let exhibit = exhibit(body)
    #expect(exhibit.text.utf8.count < 9 << 10)
    #expect(exhibit.omittedBytes > 7_900_000)
  }

  @Test(arguments: [0, 1, 2, 3, 4, 5])
  func `no half of a secret or of a letter is left where a text was cut`(offset: Int) {
    let body =
      String(repeating: "é", count: offset)
      + String(repeating: "<fullName>Éva</fullName>s3cret", count: 9_000)
    let excerpt = Excerpt(body, Redactor(secrets: ["s3cret"], names: ["fullName"]))
    #expect(excerpt.text.utf8.count <= 8 << 10)
    #expect(
      !excerpt.text.contains("\u{FFFD}") && !excerpt.text.contains("s3c") && !excerpt.text.contains("va"))
    let masked = Excerpt(
      String(repeating: "x", count: 32 << 10) + body, Redactor(secrets: ["s3cret", "xxxx"]))
    #expect(!masked.text.contains("s3"))
  }
}
