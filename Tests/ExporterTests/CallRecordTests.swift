import BBBClient
import PrometheusText
import TestSupport
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct CallRecordTests {
  private static let meetings = ["endpoint": "getMeetings", "parameters": ""]

  @Test func `each call tells how long it took and when it last went well`() async throws {
    try await withBench(["RECORDINGS_METRICS": "false"]) { bench in
      bench.fake.reply(to: "/getMeetings", .silence)
      async let page = bench.samples()
      await bench.clock.sleepers(1)
      await bench.fake.requests(1)
      bench.clock.advance(by: .milliseconds(1250))
      bench.fake.release(.noMeetings)
      let good = try await page
      #expect(good.value(of: "bbb_api_call_duration_seconds", Self.meetings) == 1.25)
      let lastSuccess = "bbb_api_call_last_success_timestamp_seconds"
      #expect(good.value(of: lastSuccess, Self.meetings) == startOfTests + 1.25)
      bench.clock.advance(by: .seconds(60))
      bench.fake.reply(to: "/getMeetings", .checksumError)
      let bad = try await bench.samples()
      #expect(bad.value(of: "bbb_api_call_duration_seconds", Self.meetings) == 0)
      #expect(bad.value(of: lastSuccess, Self.meetings) == startOfTests + 1.25)
    }
  }

  @Test func `what has never gone well has no time`() async throws {
    try await withBench { bench in
      bench.fake.reply(to: "/get", .checksumError)
      let samples = try await bench.samples()
      #expect(samples.samples(named: "bbb_api_call_last_success_timestamp_seconds").isEmpty)
      #expect(samples.samples(named: "bbb_api_call_duration_seconds").count == 5)
    }
  }

  @Test(arguments: [
    (FakeReply.answer(status: "503 Service Unavailable", body: ""), FailureCause.httpStatus),
    (.answer(status: "301 Moved", body: ""), .redirect),
    (.answer(contentType: "text/html", body: "<html></html>"), .webPage),
    (.answer(body: "<response><returncode>SUCC"), .unreadable), (.checksumError, .checksum),
    (.xml("<returncode>FAILED</returncode><messageKey>x</messageKey>"), .failed),
    (.bytes("", thenClose: true), .connection),
  ])
  func `a failure is counted under its cause`(_ reply: FakeReply, _ cause: FailureCause) async throws {
    try await withBench(["RECORDINGS_METRICS": "false"]) { bench in
      bench.fake.reply(to: "/getMeetings", reply)
      for _ in 1...2 { _ = try await bench.samples() }
      let samples = try await bench.samples()
      for each in FailureCause.allCases {
        let labels = ["endpoint": "getMeetings", "cause": each.rawValue]
        #expect(samples.value(of: "bbb_api_call_failures_total", labels) == (each == cause ? 3 : 0))
      }
    }
  }

  @Test(arguments: [
    (CallFailure.late, "timeout"), (.unknownHost, "dns"), (.refused, "refused"), (.tls(reason: "x"), "tls"),
    (.connection(reason: "x"), "connection"), (.redirect(status: 302), "redirect"),
    (.status(500), "http_status"), (.webPage, "web_page"), (.unreadable(reason: "x"), "unreadable"),
    (.failed(messageKey: "checksumError", message: ""), "checksum"),
    (.failed(messageKey: "", message: "checksumError"), "failed"),
  ])
  func `every failure has a cause`(_ failure: CallFailure, _ cause: String) {
    #expect(FailureCause(failure).rawValue == cause)
  }

  @Test func `failures of both endpoints are there from the start`() async throws {
    try await withBench { bench in
      let samples = try await bench.samples(named: ["bbb_api_call_failures"])
      #expect(
        samples.samples(named: "bbb_api_call_failures_total").count == 2 * FailureCause.allCases.count)
      bench.fake.reply(to: "/getRecordings", .checksumError)
      let later = try await bench.samples(named: ["bbb_api_call_failures_total"])
      let labels = ["endpoint": "getRecordings", "cause": "checksum"]
      #expect(later.value(of: "bbb_api_call_failures_total", labels) == 4)
    }
  }

  @Test func `a call that fails in several ways is told once a minute`() async throws {
    try await withBench(["RECORDINGS_METRICS": "false"]) { bench in
      bench.fake.reply(to: "/getMeetings", .checksumError)
      _ = try await bench.samples()
      bench.fake.reply(to: "/getMeetings", .bytes("", thenClose: true))
      _ = try await bench.samples()
      #expect(bench.log.warnings == ["getMeetings: the server answered FAILED checksumError"])
      bench.clock.advance(by: .seconds(60))
      _ = try await bench.samples()
      #expect(bench.log.warnings.dropFirst() == ["getMeetings: connection: closed by the server"])
    }
  }
}
