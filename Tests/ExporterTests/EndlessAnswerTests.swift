import PrometheusText
import TestSupport
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct EndlessAnswerTests {
  private static let meeting =
    "<meeting><internalMeetingID>a</internalMeetingID><isBreakout>false</isBreakout></meeting>"

  @Test func `more meetings than are read make an answer unreadable, and its end is not awaited`()
    async throws
  {
    try await withBench(["RECORDINGS_METRICS": "false"]) { bench in
      let head = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n"
      let meetings = String(repeating: Self.meeting, count: MeetingsTally.limit + 500)
      // No end: were the answer not refused, the scrape would wait for the clock, which stands still.
      let answer = "\(head)<response><returncode>SUCCESS</returncode><meetings>\(meetings)"
      bench.fake.reply(to: "/getMeetings", .bytes(answer, thenClose: false))
      let samples = try await bench.samples()
      #expect(samples.value(of: "bbb_api_up") == 0 && samples.samples(named: "bbb_meetings").isEmpty)
      #expect(samples.value(of: "bbb_unique_meetings_total") == 0)
      #expect(
        bench.log.warnings == ["getMeetings: unreadable answer: it lists more than 100000 meetings"])
    }
  }
}
