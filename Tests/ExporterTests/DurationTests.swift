import BBBReading
import PrometheusText
import TestSupport
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct DurationTests {
  private func aged(_ milliseconds: Int64?) -> MeetingReading {
    meeting { $0.createTime = milliseconds }
  }

  @Test(
    arguments: [
      (1_772_442_000_000, 0, nil), (1_772_441_940_000, 60, nil), (1_772_441_999_500, 0.5, nil),
      (1_772_442_004_999, 0, nil), (1_772_442_005_001, nil, .createdInFuture), (.max, nil, .createdInFuture),
      (0, nil, .malformedNumber), (nil, nil, nil),
    ] as [(Int64?, Double?, Anomaly?)])
  func `a duration is what has passed since the creation`(
    _ createTime: Int64?, _ seconds: Double?, _ anomaly: Anomaly?
  ) {
    let tally = tally([aged(createTime)])
    #expect(tally.rooms.durations.count == (seconds == nil ? 0 : 1))
    #expect(tally.rooms.durations.sum == (seconds ?? 0))
    #expect(tally.anomalies.entries.map(\.anomaly) == (anomaly.map { [$0] } ?? []))
    #expect(tally.anomalies.entries.allSatisfy { $0.element == .createTime })
  }

  @Test func `buckets reach from a minute to a day`() {
    let bounds = tally([]).rooms.durations.upperBounds
    #expect(bounds.first == 60 && bounds.last == 86_400 && bounds.count == 15)
  }

  private func answer(date: String?) -> FakeReply {
    let body =
      "<response><returncode>SUCCESS</returncode><meetings><meeting><createTime>1772438400000</createTime></meeting></meetings></response>"
    let header = date.map { "Date: \($0)\r\n" } ?? ""
    return .bytes(
      "HTTP/1.1 200 OK\r\n\(header)Content-Length: \(body.utf8.count)\r\n\r\n\(body)", thenClose: false)
  }

  @Test func `the clock of the server is the one that counts, and its skew is shown`() async throws {
    try await withBench(["RECORDINGS_METRICS": "false"]) { bench in
      bench.fake.reply(to: "/getMeetings", answer(date: "Mon, 02 Mar 2026 08:20:00 GMT"))
      let samples = try await bench.samples()
      #expect(samples.value(of: "bbb_room_duration_seconds_gsum") == 1200)
      #expect(samples.value(of: "bbb_room_duration_seconds_gcount") == 1)
      #expect(samples.value(of: "bbb_room_duration_seconds_bucket", ["le": "900.0"]) == 0)
      #expect(samples.value(of: "bbb_room_duration_seconds_bucket", ["le": "1800.0"]) == 1)
      #expect(samples.value(of: "bbb_api_clock_skew_seconds") == -2399.5)
    }
  }

  @Test(arguments: [nil, "yesterday", "Mon, 32 Mar 2026 08:20:00 GMT"])
  func `without a date it is the exporter's, and no skew is shown`(date: String?) async throws {
    try await withBench(["RECORDINGS_METRICS": "false"]) { bench in
      bench.fake.reply(to: "/getMeetings", answer(date: date))
      bench.clock.advance(by: .seconds(30))
      let samples = try await bench.samples()
      #expect(samples.value(of: "bbb_room_duration_seconds_gsum") == 3630)
      #expect(samples.samples(named: "bbb_api_clock_skew_seconds").isEmpty)
    }
  }
}
