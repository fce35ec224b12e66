import PrometheusText
import TestSupport
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct RecordingsRefreshTests {
  private static let published = "bbb_recordings_published"
  private static let age = "bbb_recordings_age_seconds"
  private static let state = ["state": "published"]
  private static let call = ["endpoint": "getRecordings", "parameters": "state=published"]

  private func withRefresh(_ seconds: Int, _ body: (Bench) async throws -> Void) async throws {
    try await withBench(["RECORDINGS_REFRESH_SECONDS": "\(seconds)"]) { bench in
      bench.fake.reply(to: "/getRecordings", .recordings(1, total: 3))
      try await body(bench)
    }
  }

  private func recordings(_ bench: Bench) async throws -> SampleIndex {
    try await bench.samples(named: [Self.published, Self.age, "bbb_api_call_success"])
  }

  private func published(_ bench: Bench) async throws -> Double? {
    try await bench.samples(named: [Self.published]).value(of: Self.published)
  }

  @Test func `the server is asked at most that often, and the age says how old the number is`() async throws {
    try await withRefresh(300) { bench in
      let first = try await recordings(bench)
      #expect(first.value(of: Self.published) == 3 && first.value(of: Self.age, Self.state) == 0)
      bench.fake.reply(to: "/getRecordings", .recordings(1, total: 4))
      bench.clock.advance(by: .seconds(299))
      let later = try await recordings(bench)
      #expect(later.value(of: Self.published) == 3 && later.value(of: Self.age, Self.state) == 299)
      #expect(later.value(of: "bbb_api_call_success", Self.call) == 1)
      // Each scrape asks for the meetings, since the family of calls needs them.
      #expect(bench.fake.targets.count == 4 + 2)
      bench.clock.advance(by: .seconds(1))
      let fresh = try await recordings(bench)
      #expect(fresh.value(of: Self.published) == 4 && fresh.value(of: Self.age, Self.state) == 0)
      #expect(bench.fake.targets.count == 8 + 3)
    }
  }

  @Test
  func `a failure keeps the last good number, is tried again in a minute, and ends after three intervals`()
    async throws
  {
    try await withRefresh(300) { bench in
      _ = try await recordings(bench)
      bench.fake.reply(to: "/getRecordings", .checksumError)
      bench.clock.advance(by: .seconds(300))
      let stale = try await recordings(bench)
      #expect(stale.value(of: Self.published) == 3 && stale.value(of: Self.age, Self.state) == 300)
      #expect(stale.value(of: "bbb_api_call_success", Self.call) == 0)
      let calls = bench.fake.targets.count
      bench.clock.advance(by: .seconds(59))
      _ = try await bench.samples(named: [Self.published])
      #expect(bench.fake.targets.count == calls)
      bench.clock.advance(by: .seconds(1))
      _ = try await bench.samples(named: [Self.published])
      #expect(bench.fake.targets.count == calls + 1)
      bench.clock.advance(by: .seconds(540))
      #expect(try await published(bench) == 3)
      bench.clock.advance(by: .seconds(1))
      let old = try await recordings(bench)
      #expect(old.samples(named: Self.published).isEmpty && old.value(of: Self.age, Self.state) == 901)
    }
  }

  @Test func `what was never known is left out, with its age`() async throws {
    try await withRefresh(300) { bench in
      bench.fake.reply(to: "state=published", .checksumError)
      let samples = try await recordings(bench)
      #expect(samples.samples(named: Self.published).isEmpty)
      #expect(samples.value(of: Self.age, Self.state) == nil)
      #expect(samples.value(of: Self.age, ["state": "deleted"]) == 0)
    }
  }

  @Test func `a listing that takes longer than scrapes have time goes on, and nobody waits for it again`()
    async throws
  {
    try await withRefresh(300) { bench in
      _ = try await recordings(bench)
      bench.clock.advance(by: .seconds(300))
      bench.fake.reply(to: "state=published", .silence)
      async let late = bench.samples(timeoutHeader: "10", named: [Self.published])
      await bench.fake.requests(6)
      // The scrape's own time and the call's.
      await bench.clock.sleepers(2)
      bench.clock.advance(by: .seconds(10))
      let page = try await late
      #expect(page.value(of: Self.published) == 3)
      // The next one has its page although the clock stands still.
      #expect(try await published(bench) == 3)
      #expect(bench.fake.targets.count == 6)
      bench.fake.release(.recordings(1, total: 9))
      while try await published(bench) != 9 {
        await Task.yield()
      }
      #expect(bench.fake.targets.count == 6)
    }
  }

  @Test func `a listing that never ends is given up`() async throws {
    try await withRefresh(60) { bench in
      bench.fake.reply(to: "state=published", .silence)
      async let late = bench.samples(timeoutHeader: "10", named: [Self.published])
      await bench.fake.requests(1)
      await bench.clock.sleepers(2)
      bench.clock.advance(by: .seconds(10))
      let page = try await late
      #expect(page.value(of: Self.published) == nil)
      bench.clock.advance(by: .seconds(50))
      while bench.log.warnings.isEmpty { await Task.yield() }
      #expect(bench.log.warnings == ["getRecordings?state=published: no complete answer in time"])
    }
  }

  @Test func `without an interval every scrape asks, and there is no age`() async throws {
    try await withRefresh(0) { bench in
      for round in 1...2 {
        let samples = try await bench.samples(named: [Self.published, Self.age])
        #expect(samples.value(of: Self.published) == 3 && samples.samples(named: Self.age).isEmpty)
        #expect(bench.fake.targets.count == 4 * round)
      }
    }
  }
}
