import PrometheusText
import TestSupport
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct EndingTests {
  @Test func `a scraper that is to end soon answers at once with what is known`() async throws {
    try await withBench { bench in
      bench.fake.reply(to: "state=deleted", .silence)
      async let page = bench.samples()
      await bench.fake.requests(5)
      bench.scraper.endSoon()
      // The clock stands still: nothing but the ending can bring this page.
      let samples = try await page
      #expect(samples.samples(named: "bbb_recordings_deleted").isEmpty)
      #expect(samples.value(of: "bbb_unique_meetings_total") != nil)
    }
  }

  @Test func `nothing is asked any more, and what the process knows is still served`() async throws {
    try await withBench { bench in
      bench.scraper.endSoon()
      let samples = try await bench.samples()
      #expect(bench.fake.targets.isEmpty && samples.samples(named: "bbb_meetings").isEmpty)
      #expect(samples.value(of: "bbb_exporter", ["version": "0.1.0"]) == 1)
    }
  }
}
