import NIOCore
import NIOHTTP1
import PrometheusText
import Subprocess
import TestSupport
import Testing

@testable import Exporter

/// What servers and whoever stands between may send, against the built command over real connections.
@Suite(.serialized, .timeLimit(.minutes(5))) struct HostileAnswerTests {
  /// A command watching a fake server, with recordings left out.
  @discardableResult
  private func withWatched(
    _ body: (ExporterProcess, FakeBBB) async throws -> Void
  ) async throws -> ProcessEnding {
    let fake = FakeBBB()
    let channel = try await fake.start()
    let port = channel.localAddress?.port ?? 0
    let variables = [
      "API_BASE_URL": "http://127.0.0.1:\(port)/bigbluebutton", "API_SECRET": "hush-secret",
      "RECORDINGS_METRICS": "false",
    ]
    let ending: ProcessEnding
    do {
      ending = try await withExporterProcess(variables) { try await body($0, fake) }
    } catch {
      try await channel.close()
      throw error
    }
    try await channel.close()
    #expect(ending.status == .exited(0), "\(ending)")
    return ending
  }

  /// Scrapes, with little time where no answer ever ends, and holds the page against the rules of its format.
  private func page(of exporter: ExporterProcess, isLate: Bool = false) async throws -> SampleIndex {
    let headers: HTTPHeaders = isLate ? ["X-Prometheus-Scrape-Timeout-Seconds": "1"] : [:]
    let answer = try await exporter.get("/metrics", headers)
    #expect(answer.status == 200)
    #expect(ExpositionLint.findings(in: answer.body, as: .text) == [])
    return SampleIndex(try ExpositionParser.parse(answer.body, as: .text))
  }

  private func expect(_ outcome: HostileAnswer.Outcome, in page: SampleIndex) {
    if case .meetings(let count) = outcome {
      #expect(page.value(of: "bbb_api_up") == 1)
      #expect(page.value(of: "bbb_meetings") == Double(count))
      return
    }
    #expect(page.value(of: "bbb_api_up") == 0)
    for name in ["bbb_meetings", "bbb_meetings_participants", "bbb_room_participants_gcount"] {
      #expect(page.samples(named: name).isEmpty, "\(name)")
    }
  }

  @Test(arguments: HostileAnswer.documents + HostileAnswer.transports)
  func `costs nothing but its own families`(_ hostile: HostileAnswer) async throws {
    let isLate = hostile.outcome == .late
    let ending = try await withWatched { exporter, fake in
      fake.reply(to: "/getMeetings", hostile.reply)
      for _ in 1...2 { expect(hostile.outcome, in: try await page(of: exporter, isLate: isLate)) }
      fake.reply(to: "/getMeetings", .answer(body: try golden.text("getMeetings.xml")))
      expect(.meetings(3), in: try await page(of: exporter))
      // A debug build with everything it links takes half of it before the first scrape.
      #expect(try exporter.peakMegabytes < 120)
    }
    #expect(ending.printed.contains("no complete answer in time") == isLate, "\(ending.printed)")
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func `a redirect is not followed, so no checksum travels`(status: Int) async throws {
    let elsewhere = FakeBBB()
    let channel = try await elsewhere.start()
    let port = channel.localAddress?.port ?? 0
    try await withWatched { exporter, fake in
      for location in [
        "http://127.0.0.1:\(port)/bigbluebutton/api/getMeetings", "//localhost:\(port)/", "/again",
      ] {
        let before = fake.targets.count
        fake.reply(
          to: "/getMeetings",
          .odd("HTTP/1.1 \(status) Go\r\nLocation: \(location)\r\nContent-Length: 0\r\n\r\n", .open))
        expect(.refused, in: try await page(of: exporter))
        #expect(fake.targets.count == before + 1)
      }
    }
    #expect(elsewhere.connections == 0)
    try await channel.close()
  }

  @Test(arguments: [
    ("&quot;quoted&quot;", "\"quoted\""),
    ("back\\slash\\", "back\\slash\\"),
    ("one&#10;bbb_api_up 0&#10;", "one\nbbb_api_up 0"),
    ("a&#13;&#10;Set-Cookie: b=1", "a\r\nset-cookie: b=1"),
    ("tab&#9;bed", "tab\tbed"),
    ("\u{202E}turned\u{2066}", "\u{202E}turned\u{2066}"),
    ("next\u{85}line\u{2028}two", "next\u{85}line\u{2028}two"),
    ("\"} 1\nbbb_meetings 99", "\"} 1\nbbb_meetings 99"),
    ("{a=&quot;b&quot;,} # {c=&quot;d&quot;} 1", "{a=\"b\",} # {c=\"d\"} 1"),
    ("<![CDATA[<x>&amp;]]>", "<x>&amp;"),
    (
      "family \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}",
      "family \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}"
    ),
  ])
  func `an origin is one label, whatever it holds`(_ written: String, _ label: String) async throws {
    try await withWatched { exporter, fake in
      fake.reply(
        to: "/getMeetings",
        .xml(
          """
          <returncode>SUCCESS</returncode><meetings><meeting><participantCount>7</participantCount><metadata>
          <bbb-origin>\(written)</bbb-origin></metadata></meeting></meetings>
          """))
      let page = try await page(of: exporter)
      #expect(page.value(of: "bbb_meetings_participants_origin", ["server": "", "name": label]) == 7)
      #expect(page.value(of: "bbb_meetings") == 1 && page.value(of: "bbb_api_up") == 1)
      let openMetrics = try await exporter.get("/metrics", ["Accept": "application/openmetrics-text"])
      #expect(ExpositionLint.findings(in: openMetrics.body, as: .openMetrics) == [])
      #expect(!openMetrics.headers.contains(name: "Set-Cookie"))
    }
  }

  @Test func `an answer that comes after the deadline is nobody's`() async throws {
    try await withWatched { exporter, fake in
      fake.reply(to: "/getMeetings", .silence)
      expect(.late, in: try await page(of: exporter, isLate: true))
      fake.release(.answer(body: HostileAnswer.noMeetings))
      fake.reply(to: "/getMeetings", .answer(body: try golden.text("getMeetings.xml")))
      expect(.meetings(3), in: try await page(of: exporter))
    }
  }
}
