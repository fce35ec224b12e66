import PrometheusText
import TestSupport
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct SharingTests {
  @Test func `scrapes at the same moment share one set of calls`() async throws {
    try await withBench { bench in
      for call in ["/getMeetings", "/getRecordings"] { bench.fake.reply(to: call, .silence) }
      let pages = try await withThrowingTaskGroup(of: [UInt8].self) { group in
        for _ in 1...64 { group.addTask { await bench.scraper.page(for: ScrapeRequest(as: .text)) } }
        await bench.clock.sleepers(64)
        await bench.fake.requests(5)
        bench.fake.release(.noMeetings)
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(pages.count == 64 && Set(pages).count == 1)
      #expect(bench.fake.targets.count == 5)
      #expect(String(decoding: pages[0], as: UTF8.self).contains("bbb_api_up 1\n"))
    }
  }

  @Test func `the next scrape makes calls of its own`() async throws {
    try await withBench { bench in
      for round in 1...3 {
        _ = await bench.scraper.page(for: ScrapeRequest(as: .text))
        #expect(bench.fake.targets.count == 5 * round)
      }
    }
  }

  @Test func `connections are kept between scrapes`() async throws {
    try await withBench { bench in
      for _ in 1...10 { _ = await bench.scraper.page(for: ScrapeRequest(as: .text)) }
      #expect(bench.fake.connections <= 5)
    }
  }

  @Test func `calls run side by side`() async throws {
    try await withBench { bench in
      for call in ["/getMeetings", "/getRecordings"] { bench.fake.reply(to: call, .silence) }
      async let page = bench.samples()
      // All five are asked while none has been answered.
      await bench.fake.requests(5)
      bench.fake.release(.noMeetings)
      let samples = try await page
      #expect(samples.value(of: "bbb_api_up") == 1)
    }
  }

  @Test func `who has less time leaves with what is there, and the others go on waiting`() async throws {
    try await withBench(["RECORDINGS_METRICS": "false"]) { bench in
      bench.fake.reply(to: "/getMeetings", .silence)
      async let patient = bench.samples(timeoutHeader: "20")
      await bench.clock.sleepers(1)
      async let hurried = bench.samples(timeoutHeader: "2")
      await bench.clock.sleepers(2)
      await bench.fake.requests(1)
      bench.clock.advance(by: .seconds(2))
      let early = try await hurried
      #expect(early.value(of: "bbb_api_up") == 0 && early.samples(named: "bbb_meetings").isEmpty)
      #expect(early.value(of: "bbb_api_latency_count", ["endpoint": "getMeetings", "parameters": ""]) == 0)
      bench.fake.release(.answer(body: try golden.text("getMeetings.xml")))
      let late = try await patient
      #expect(late.value(of: "bbb_api_up") == 1 && late.value(of: "bbb_meetings") == 3)
      #expect(bench.fake.targets.count == 1)
    }
  }

  @Test func `calls that kept a scrape waiting to the end are not shared with the next`() async throws {
    try await withBench(["RECORDINGS_METRICS": "false"]) { bench in
      bench.fake.reply(to: "/getMeetings", .silence)
      async let patient = bench.samples(timeoutHeader: "20")
      await bench.clock.sleepers(1)
      async let hurried = bench.samples(timeoutHeader: "2")
      await bench.clock.sleepers(2)
      await bench.fake.requests(1)
      bench.clock.advance(by: .seconds(2))
      let early = try await hurried
      #expect(early.value(of: "bbb_api_up") == 0)
      // The first call still hangs, and has a passenger; the server answers others.
      bench.fake.reply(to: "/getMeetings", .noMeetings)
      let next = try await bench.samples()
      #expect(next.value(of: "bbb_api_up") == 1)
      bench.fake.release(.noMeetings)
      let late = try await patient
      #expect(late.value(of: "bbb_api_up") == 1)
    }
  }

  @Test func `a scrape after a flight was given up starts anew`() async throws {
    try await withBench(["RECORDINGS_METRICS": "false"]) { bench in
      bench.fake.reply(to: "/getMeetings", .silence)
      async let late = bench.samples()
      await bench.clock.sleepers(1)
      await bench.fake.requests(1)
      bench.clock.advance(by: .seconds(10))
      let first = try await late
      #expect(first.value(of: "bbb_api_up") == 0)
      bench.fake.reply(to: "/getMeetings", .noMeetings)
      let second = try await bench.samples()
      #expect(second.value(of: "bbb_api_up") == 1)
    }
  }

  @Test func `scrapes for different families share the calls that both need and wait for no other`()
    async throws
  {
    try await withBench { bench in
      for call in ["/getMeetings", "/getRecordings"] { bench.fake.reply(to: call, .silence) }
      async let whole = bench.samples()
      await bench.fake.requests(5)
      bench.fake.reply(to: "state=deleted", .recordings(4))
      async let meetings = bench.samples(named: ["bbb_meetings", "bbb_recordings_unprocessed"])
      await bench.clock.sleepers(2)
      #expect(bench.fake.targets.count == 5)
      bench.fake.release(.noMeetings, to: "/getMeetings")
      // The other calls still hang.
      let early = try await meetings
      #expect(early.value(of: "bbb_meetings") == 0)
      bench.fake.release(.recordings(2))
      let late = try await whole
      #expect(late.value(of: "bbb_meetings") == 0 && late.value(of: "bbb_recordings_deleted") == 2)
      #expect(bench.fake.targets.count == 5)
    }
  }

  @Test func `a scrape that goes away gives its seats up, and its calls are cancelled`() async throws {
    try await withBench { bench in
      for call in ["/getMeetings", "/getRecordings"] { bench.fake.reply(to: call, .silence) }
      let scrape = Task { await bench.scraper.page(for: ScrapeRequest(as: .text)) }
      await bench.fake.requests(5)
      scrape.cancel()
      _ = await scrape.value
      bench.fake.reply(to: "/get", .noMeetings)
      // The calls of the first one are over: the next makes its own.
      let next = try await bench.samples(named: ["bbb_api_up"])
      #expect(next.value(of: "bbb_api_up") == 1 && bench.fake.targets.count == 6)
    }
  }

  @Test func `a scrape that goes away leaves the calls to those who stay`() async throws {
    try await withBench(["RECORDINGS_METRICS": "false"]) { bench in
      bench.fake.reply(to: "/getMeetings", .silence)
      async let stays = bench.samples()
      await bench.clock.sleepers(1)
      let goes = Task { await bench.scraper.page(for: ScrapeRequest(as: .text)) }
      await bench.clock.sleepers(2)
      await bench.fake.requests(1)
      goes.cancel()
      _ = await goes.value
      bench.fake.release(.noMeetings)
      let samples = try await stays
      #expect(samples.value(of: "bbb_api_up") == 1 && bench.fake.targets.count == 1)
    }
  }
}
