import PrometheusText
import TestSupport
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct LatencyTests {
  @Test func `latencies add up over the life of the process in the right buckets`() async throws {
    try await withBench(["RECORDINGS_METRICS": "false"]) { bench in
      bench.fake.reply(to: "/getMeetings", .silence)
      var last = SampleIndex([])
      for (round, latency) in [Duration.milliseconds(10), .milliseconds(300), .seconds(9)].enumerated() {
        async let page = bench.samples(timeoutHeader: "60")
        await bench.clock.sleepers(1)
        await bench.fake.requests(round + 1)
        bench.clock.advance(by: latency)
        bench.fake.release(.noMeetings)
        last = try await page
      }
      let labels = ["endpoint": "getMeetings", "parameters": ""]
      #expect(last.value(of: "bbb_api_latency_count", labels) == 3)
      #expect(abs((last.value(of: "bbb_api_latency_sum", labels) ?? 0) - 9.31) < 1e-9)
      let buckets = last.samples(named: "bbb_api_latency_bucket").map(\.value)
      #expect(buckets == [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3])
      let bounds = last.samples(named: "bbb_api_latency_bucket").compactMap {
        $0.labels.last.flatMap { Double($0.value) }
      }
      #expect(
        bounds == [
          0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 5, 7.5, 10, .infinity,
        ])
    }
  }
}
