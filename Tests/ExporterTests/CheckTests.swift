import BBBAPI
import FoundationEssentials
import NIOCore
import TestSupport
import Testing

@testable import Exporter

/// Each cause of "no data" that the way to the server and its answers can bring, over real connections.
@Suite(.timeLimit(.minutes(5))) struct CheckTests {
  private func withFake(
    _ reply: FakeReply, _ body: (FakeBBB, _ address: String) async throws -> Void
  ) async throws {
    let fake = FakeBBB()
    fake.reply(to: "/getMeetings", reply)
    try await withListener(try await fake.start()) { address, _ in try await body(fake, address) }
  }

  @Test func `a server without meetings is fine`() async throws {
    try await withFake(.noMeetings) { fake, address in
      let verdict = try await CheckBench().verdict(on: "http://\(address)/bigbluebutton/api")
      #expect(verdict.status == .ok && verdict.findings.map(\.cause) == ["ok"])
      #expect(verdict.findings[0].text.hasPrefix("no meetings running, answered in "))
      #expect(fake.targets.count == 1)
    }
  }

  @Test func `meetings are counted`() async throws {
    try await withFake(.answer(body: try golden.text("getMeetings.xml"))) { _, address in
      let line = try await CheckBench().line(on: "http://\(address)/bigbluebutton/api")
      #expect(line.hasPrefix("ok       bbb1: 3 meetings running, answered in "))
    }
  }

  @Test func `a server with IPv6 alone is reached`() async throws {
    let fake = FakeBBB()
    fake.reply(to: "/getMeetings", .noMeetings)
    try await withListener(try await fake.start(host: "::1")) { _, port in
      let verdict = try await CheckBench().verdict(on: "http://[::1]:\(port)/bigbluebutton")
      #expect(verdict.status == .ok)
    }
  }

  @Test func `a name without address is DNS`() async throws {
    let line = try await CheckBench().line(on: "https://bbb.nowhere.invalid/bigbluebutton")
    #expect(
      line
        == "failed   bbb1: DNS: the host name bbb.nowhere.invalid has no address; correct the host in API_BASE_URL, or the DNS of this machine or container (getent hosts bbb.nowhere.invalid)"
    )
  }

  @Test func `a port where nothing listens is refused`() async throws {
    let line = try await CheckBench().line(on: "http://127.0.0.1:1/bigbluebutton")
    #expect(
      line
        == "failed   bbb1: connection refused: nothing listens on 127.0.0.1:1; correct the port in API_BASE_URL, or start nginx on the server"
    )
  }

  @Test func `a host that drops what it is sent is a timeout of the connection`() async throws {
    let (listener, queued) = try await RawServer.startFull()
    let clock = ManualClock()
    try await withListener(listener) { address, _ in
      async let line = CheckBench(clock: ScrapeClock(clock)).line(on: "http://\(address)/bigbluebutton")
      await clock.sleeper(until: .seconds(10))
      clock.advance(by: .seconds(10))
      let text = try await line
      #expect(text.hasPrefix("failed   bbb1: no connection to \(address) within 10 s; let this machine"))
    }
    for channel in queued { try? await channel.close() }  // the listener's end may have closed them
  }

  @Test func `an address without route cannot be reached`() async throws {
    // The limited broadcast address: the system refuses to connect a stream to it.
    let verdict = try await CheckBench().verdict(on: "http://255.255.255.255/bigbluebutton")
    #expect(verdict.findings.map(\.cause) == ["unreachable"], "\(verdict)")
  }

  @Test func `a server that connects and says nothing is late`() async throws {
    try await withFake(.silence) { fake, address in
      let clock = ManualClock()
      async let line = CheckBench(clock: ScrapeClock(clock)).line(on: "http://\(address)/bigbluebutton")
      await fake.requests(1)
      await clock.sleeper(until: .seconds(60))
      clock.advance(by: .seconds(60))
      let text = try await line
      #expect(
        text.hasPrefix("failed   bbb1: connected, but no complete answer within 60 s; look at the load"))
    }
  }

  @Test func `a slow server works, with a warning that has the number`() async throws {
    try await withFake(.silence) { fake, address in
      let clock = ManualClock()
      async let line = CheckBench(clock: ScrapeClock(clock)).line(on: "http://\(address)/bigbluebutton")
      await fake.requests(1)
      await clock.sleeper(until: .seconds(60))
      clock.advance(by: .milliseconds(12_340))
      fake.release(.noMeetings)
      let text = try await line
      #expect(
        text.hasPrefix("warning  bbb1: getMeetings took 12.3 s, and a scrape has 10 s; raise scrape_timeout"))
    }
  }

  @Test(arguments: [
    (
      FakeReply.answer(status: "404 Not Found", body: ""), "not-found",
      "HTTP status 404: no API at /bigbluebutton/api/; correct"
    ),
    (.answer(status: "401 Unauthorized", body: ""), "forbidden", "HTTP status 401: something in front"),
    (.answer(status: "403 Forbidden", body: ""), "forbidden", "HTTP status 403: something in front"),
    (
      .bytes("HTTP/1.1 429 Too Many\r\nRetry-After: 30\r\nContent-Length: 0\r\n\r\n", thenClose: false),
      "rate-limited", "HTTP status 429: too many requests; try again in 30 s as it asks, or raise"
    ),
    (
      .answer(status: "502 Bad Gateway", body: ""), "server-error",
      "HTTP status 502: nginx answers, bbb-web behind it does not; start it (bbb-conf --status"
    ),
    (
      .bytes("HTTP/1.1 503 Busy\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n", thenClose: false),
      "server-error",
      "HTTP status 503: nginx answers, bbb-web behind it does not; try again in 120 s as it asks, or start"
    ),
    (.answer(status: "500 Oops", body: ""), "server-error", "HTTP status 500; look into bbb-web's log"),
    (.answer(status: "418 Teapot", body: ""), "status", "HTTP status 418; look what answers"),
    (
      .answer(contentType: "text/html", body: "<!DOCTYPE html>\n<title>Welcome to nginx!</title>"),
      "web-page",
      "nginx's default page instead of XML; correct host and path"
    ),
    (
      .answer(contentType: "text/html", body: "<html><form><input type=\"password\"></form></html>"),
      "web-page",
      "a log-in page instead of XML; let the API past"
    ),
    (
      .answer(contentType: "text/xml", body: "<!DOCTYPE html><html><body>Home</body></html>"), "web-page",
      "a web page instead of XML; correct the path"
    ),
    (
      .answer(contentType: "application/json", body: "{\"status\": \"ok\"}"), "unreadable",
      "unreadable answer: "
    ),
    (
      .answer(body: "<rss><channel/></rss>"), "not-bbb",
      "something else than BigBlueButton answers: not an answer of BigBlueButton: its root element is <rss>"
    ),
    (
      .xml("<returncode>SUCCESS</returncode><version>2.0</version>"), "not-bbb",
      "something else than BigBlueButton answers: the answer says SUCCESS and lists no meetings"
    ),
    (
      .answer(body: "<response><returncode>SUCCESS</returncode><meetings><meeting>"), "truncated",
      "the answer breaks off: the answer ends too early, at line 1"
    ),
    (.answer(body: ""), "unreadable", "unreadable answer: the answer is empty; look at it"),
    (
      .bytes("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<response>", thenClose: true), "connection",
      "the connection broke: connection: closed by the server"
    ),
    (
      .bytes("SSH-2.0-OpenSSH_9.2\r\n", thenClose: true), "connection",
      "the connection broke: connection: no HTTP"
    ),
    (
      .xml("<returncode>FAILED</returncode><messageKey>apiNotEnabled</messageKey><message>x</message>"),
      "api-failed", "the server answers FAILED apiNotEnabled; set serviceEnabled=true"
    ),
    (
      .xml("<returncode>FAILED</returncode><messageKey>Ada Lovelace 10f6</messageKey>"), "api-failed",
      "the server answers FAILED without a key; look into"
    ),
    (
      .checksumError, "secret",
      "the server refuses the secret, with every checksum algorithm; set API_SECRET to"
    ),
  ])
  func `what the server answers instead is named`(_ reply: FakeReply, _ cause: String, _ text: String)
    async throws
  {
    try await withFake(reply) { _, address in
      let bench = CheckBench()
      let verdict = try await bench.verdict(on: "http://\(address)/bigbluebutton")
      #expect(verdict.status == .failed && verdict.findings.map(\.cause) == [cause], "\(verdict)")
      let line = try CheckReport(verdicts: [verdict]).written(as: .text)
      #expect(line.hasPrefix("failed   bbb1: \(text)"), "\(line)")
    }
  }

  @Test(
    arguments: [
      (
        "https://{}/bigbluebutton/api/x?y=z", "https://{}/bigbluebutton/api/",
        "redirected to https, which is not followed"
      ),
      (
        "https://sso.example.org/login?token=hush", "https://sso.example.org/bigbluebutton/api/",
        "redirected to https://sso.example.org, which is not followed"
      ),
      ("//127.0.0.1:9/x", "http://127.0.0.1:9/bigbluebutton/api/", "redirected to http://127.0.0.1:9, which"),
      ("/login?token=hush", nil, "redirected to another path of the same host, as log-in pages do"),
      ("mailto:hush", nil, "redirected without a readable Location"),
      ("https://user:hush@sso.example.org/", nil, "redirected without a readable Location"),
      (nil, nil, "redirected without a readable Location"),
    ] as [(String?, String?, String)])
  func `a redirect is named, and followed nowhere`(_ location: String?, _ base: String?, _ text: String)
    async throws
  {
    try await withFake(.noMeetings) { fake, address in
      let place = location.map { "Location: \($0.replacing("{}", with: address))\r\n" } ?? ""
      fake.reply(to: "/api/getMeetings", .answer(status: "404 Not Found", body: ""))
      fake.reply(
        to: "/bigbluebutton/api/getMeetings",
        .bytes("HTTP/1.1 302 Found\r\n\(place)Content-Length: 0\r\n\r\n", thenClose: false))
      let line = try await CheckBench().line(on: "http://\(address)/bigbluebutton")
      #expect(line.hasPrefix("failed   bbb1: \(text)"), "\(line)")
      if let base {
        #expect(line.hasSuffix("set API_BASE_URL=\(base.replacing("{}", with: address))"), "\(line)")
      }
      #expect(!line.contains("hush") && !line.contains("login"))
    }
  }

  @Test(arguments: [
    ("/api/", "/bigbluebutton/api/"), ("/bigbluebutton/api/", "/api/"),
    ("/bbb1/bigbluebutton/api/", "/bbb1/api/"),
    ("/bbb1/api/", "/bigbluebutton/api/"),
  ])
  func `another usual path that works is told`(_ path: String, _ other: String) async throws {
    for reply in [FakeReply.noMeetings, .checksumError] {
      let fake = FakeBBB()
      fake.reply(where: { $0.hasPrefix("\(other)getMeetings?") }, reply)
      try await withListener(try await fake.start()) { address, _ in
        let line = try await CheckBench().line(on: "http://\(address)\(path)")
        #expect(
          line
            == "failed   bbb1: HTTP status 404; the API answers at another path; set API_BASE_URL=http://\(address)\(other)"
        )
      }
    }
  }

  @Test(
    arguments: [(-3600.0, "3600 s behind"), (90, "90 s ahead of"), (50, nil), (-50, nil)]
      as [(Double, String?)])
  func `clocks apart by more than a minute are a warning`(_ offset: Double, _ text: String?) async throws {
    let noon = 1_795_348_800.0
    let body = "<response><returncode>SUCCESS</returncode><meetings/></response>"
    let head =
      "HTTP/1.1 200 OK\r\nDate: Sun, 22 Nov 2026 12:00:00 GMT\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
    try await withFake(.bytes(head + body, thenClose: false)) { _, address in
      let clock = ScrapeClock(ManualClock(), wall: { noon - offset })
      let line = try await CheckBench(clock: clock).line(on: "http://\(address)/bigbluebutton")
      guard let text else {
        #expect(line.hasPrefix("ok  "))
        return
      }
      #expect(
        line.hasPrefix("warning  bbb1: the server's clock is \(text) this machine's; switch"), "\(line)")
    }
  }

  @Test func `recordings that do not work are a warning, with the cause`() async throws {
    try await withFake(.noMeetings) { fake, address in
      var bench = CheckBench()
      bench.needsRecordings = true
      for (reply, reason) in [
        (FakeReply.noRecordings, nil), (.checksumError, "FAILED checksumError"),
        (.answer(status: "500 Oops", body: ""), "HTTP status 500"),
        (.answer(body: "<response>"), "the answer ends too early, at line 1, column 11"),
      ] as [(FakeReply, String?)] {
        fake.reply(to: "/getRecordings", reply)
        let verdict = try await bench.verdict(on: "http://\(address)/bigbluebutton")
        #expect(verdict.status == (reason == nil ? .ok : .warning))
        if let reason {
          #expect(verdict.findings[0].text == "meetings work, getRecordings does not: \(reason)")
        }
      }
    }
  }
}
