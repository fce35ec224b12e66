import PrometheusText
import TestSupport
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct FailureTests {
  /// Families that must not be there when getMeetings failed.
  private static let meetingFamilies = [
    "bbb_meetings", "bbb_meetings_participants", "bbb_meetings_participants_max", "bbb_meetings_listeners",
    "bbb_meetings_voice_participants", "bbb_meetings_video_participants", "bbb_meetings_participant_clients",
    "bbb_meetings_participants_origin", "bbb_room_participants_bucket", "bbb_room_participants_gcount",
    "bbb_room_listeners_gsum", "bbb_room_voice_participants_gcount", "bbb_room_video_participants_gcount",
  ]

  private func expectDown(_ samples: SampleIndex, calls: Double = 1) {
    for name in Self.meetingFamilies { #expect(samples.samples(named: name).isEmpty, "\(name)") }
    #expect(samples.value(of: "bbb_api_up") == 0)
    #expect(samples.value(of: "bbb_api_call_success", ["endpoint": "getMeetings", "parameters": ""]) == 0)
    #expect(
      samples.value(of: "bbb_api_latency_count", ["endpoint": "getMeetings", "parameters": ""]) == calls)
    #expect(samples.value(of: "bbb_unique_meetings_total") != nil)
    #expect(samples.value(of: "bbb_exporter", ["version": "0.1.0"]) == 1)
  }

  @Test(arguments: [
    (FakeReply.answer(status: "500 Internal Server Error", body: "<response/>"), "HTTP status 500"),
    (.answer(status: "302 Found", body: ""), "HTTP status 302, a redirect, which is not followed"),
    (
      .answer(contentType: "text/html", body: "<!DOCTYPE html><html><body>hi</body></html>"),
      "a web page instead of XML; is the base URL right?"
    ),
    (
      .answer(contentType: "text/xml", body: "<html><body><br></body></html>"),
      "a web page instead of XML; is the base URL right?"
    ),
    (.answer(body: ""), "unreadable answer: the answer is empty"),
    (
      .answer(body: "<response><returncode>SUCC"),
      "unreadable answer: the answer ends too early, at line 1, column 27"
    ),
    (.checksumError, "the server answered FAILED checksumError"),
    (
      .bytes("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<response>", thenClose: true),
      "connection: closed by the server"
    ),
    (.bytes("", thenClose: true), "connection: closed by the server"),
  ])
  func `a failing getMeetings leaves its families out`(_ reply: FakeReply, _ cause: String) async throws {
    try await withBench { bench in
      bench.fake.reply(to: "/getMeetings", reply)
      bench.fake.reply(to: "state=published", .recordings(2))
      let samples = try await bench.samples()
      expectDown(samples)
      #expect(samples.value(of: "bbb_recordings_published") == 2)
      #expect(bench.log.warnings == ["getMeetings: \(cause)"])
    }
  }

  @Test(arguments: ["checksumError", "Alice Secretname", "checksum=10f6ef49"])
  func `what a server says in its refusal stays out of the log`(key: String) async throws {
    try await withBench { bench in
      let echo = "GET /getMeetings?checksum=10f6ef492c6d Alice Secretname"
      bench.fake.reply(
        to: "/getMeetings",
        .answer(
          body:
            "<response><returncode>FAILED</returncode><messageKey>\(key)</messageKey><message>\(echo)</message></response>"
        ))
      expectDown(try await bench.samples())
      let warnings = bench.log.warnings.joined()
      #expect(!warnings.contains("Alice") && !warnings.contains("10f6ef49") && warnings.contains("FAILED"))
    }
  }

  @Test(arguments: ["\u{0}\u{1}garbage", "SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 abc\r\n\r\n"])
  func `garbage instead of HTTP is a failure too`(_ garbage: String) async throws {
    try await withBench { bench in
      bench.fake.reply(to: "/getMeetings", .bytes(garbage, thenClose: true))
      expectDown(try await bench.samples())
    }
  }

  @Test func `a redirect is not followed, since the checksum would travel along`() async throws {
    try await withBench(["RECORDINGS_METRICS": "false"]) { bench in
      let head = "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"
      bench.fake.reply(to: "/getMeetings", .bytes(head, thenClose: false))
      bench.fake.reply(to: "/elsewhere", .noMeetings)
      expectDown(try await bench.samples())
      #expect(bench.fake.targets.count == 1)
    }
  }

  @Test func `a server that is not there is told as refused at once`() async throws {
    try await withBench(["API_BASE_URL": "http://127.0.0.1:1/bigbluebutton", "RECORDINGS_METRICS": "false"]) {
      bench in
      expectDown(try await bench.samples())
      #expect(bench.log.warnings == ["getMeetings: connection refused"])
    }
  }

  @Test func `a failing getRecordings leaves only its own family out`() async throws {
    try await withBench { bench in
      bench.fake.reply(to: "state=processing", .checksumError)
      bench.fake.reply(
        to: "state=deleted", .answer(body: "<response><returncode>SUCCESS</returncode></response>"))
      let samples = try await bench.samples()
      #expect(samples.value(of: "bbb_api_up") == 1 && samples.value(of: "bbb_meetings") == 3)
      #expect(samples.samples(named: "bbb_recordings_processing").isEmpty)
      #expect(samples.value(of: "bbb_recordings_published") == 0)
      #expect(samples.value(of: "bbb_recordings_deleted") == 0)
      let success = samples.samples(named: "bbb_api_call_success").map(\.value)
      #expect(success == [1, 0, 1, 1, 1])
    }
  }

  @Test(arguments: [
    FakeReply.silence,
    .bytes("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<response>\n<returncode>", thenClose: false),
    .bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\n<response>", thenClose: false),
  ])
  func `a hanging getMeetings costs a late page, not a stuck one`(_ reply: FakeReply) async throws {
    try await withBench { bench in
      bench.fake.reply(to: "/getMeetings", reply)
      bench.fake.reply(to: "state=published", .recordings(2))
      async let page = bench.samples(timeoutHeader: "3")
      await bench.fake.requests(5)
      await bench.clock.sleepers(1)
      bench.clock.advance(by: .milliseconds(2400))
      bench.clock.advance(by: .milliseconds(100))
      let samples = try await page
      expectDown(samples)
      #expect(bench.log.warnings.contains("getMeetings: no complete answer in time"))
      #expect(samples.value(of: "bbb_api_latency_sum", ["endpoint": "getMeetings", "parameters": ""]) == 2.5)
    }
  }

  @Test func `after a failure the next scrape is whole again and counts no meeting twice`() async throws {
    try await withBench(["RECORDINGS_METRICS": "false"]) { bench in
      let meetings = FakeReply.answer(body: try golden.text("getMeetings.xml"))
      for (round, reply) in [meetings, .checksumError, meetings, .noMeetings, meetings].enumerated() {
        bench.fake.reply(to: "/getMeetings", reply)
        let samples = try await bench.samples()
        #expect(samples.value(of: "bbb_unique_meetings_total") == 2, "round \(round)")
        #expect(samples.value(of: "bbb_unique_breakout_rooms_total") == 1, "round \(round)")
        #expect(
          samples.value(of: "bbb_api_latency_count", ["endpoint": "getMeetings", "parameters": ""])
            == Double(round + 1))
      }
    }
  }

  @Test func `a meeting that returns under the same external ID is counted again`() async throws {
    try await withBench(["RECORDINGS_METRICS": "false"]) { bench in
      for (id, expected) in [("a-1", 1.0), ("a-2", 2.0), ("a-2", 2.0), ("a-1", 2.0)] {
        bench.fake.reply(
          to: "/getMeetings",
          .xml(
            """
            <returncode>SUCCESS</returncode><meetings><meeting><meetingID>a</meetingID>
            <internalMeetingID>\(id)</internalMeetingID><isBreakout>false</isBreakout></meeting></meetings>
            """))
        let samples = try await bench.samples()
        #expect(samples.value(of: "bbb_unique_meetings_total") == expected)
      }
    }
  }

  @Test func `a whole answer of a failed call adds nothing to the counters`() async throws {
    try await withBench(["RECORDINGS_METRICS": "false"]) { bench in
      let whole = try golden.text("getMeetings.xml")
      bench.fake.reply(to: "/getMeetings", .answer(body: String(whole.dropLast(20))))
      let samples = try await bench.samples()
      expectDown(samples)
      #expect(samples.value(of: "bbb_unique_meetings_total") == 0)
    }
  }
}
