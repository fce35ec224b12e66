import PrometheusText
import TestSupport
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct PageTests {
  private func setUp(_ bench: Bench) {
    bench.fake.reply(to: "state=published", .recordings(1, total: 3))
    bench.fake.reply(to: "state=deleted", .recordings(1, total: 1))
  }

  @Test(arguments: [(ExpositionFormat.text, "metrics.txt"), (.openMetrics, "metrics.openmetrics")])
  func `the whole page is as recorded, and in order`(_ format: ExpositionFormat, _ file: String) async throws
  {
    try await withBench { bench in
      setUp(bench)
      let page = await bench.scraper.page(for: ScrapeRequest(as: format))
      #expect(ExpositionLint.findings(in: page, as: format) == [])
      try golden.expect(page, is: file)
    }
  }

  @Test func `custom buckets replace the default ones`() async throws {
    let environment = [
      "ROOM_PARTICIPANTS_CUSTOM_BUCKETS": "3,4", "ROOM_LISTENERS_CUSTOM_BUCKETS": "7",
      "ROOM_VOICE_PARTICIPANTS_CUSTOM_BUCKETS": "0", "ROOM_VIDEO_PARTICIPANTS_CUSTOM_BUCKETS": "1,2,3",
      "RECORDINGS_METRICS": "false",
    ]
    try await withBench(environment) { bench in
      let page = await bench.scraper.page(for: ScrapeRequest(as: .text))
      #expect(ExpositionLint.findings(in: page, as: .text) == [])
      try golden.expect(page, is: "metrics-custom.txt")
    }
  }

  @Test func `an empty server shows zeros`() async throws {
    try await withBench { bench in
      bench.fake.reply(to: "/getMeetings", .noMeetings)
      let samples = try await bench.samples()
      for name in [
        "bbb_meetings", "bbb_meetings_participants_max", "bbb_room_participants_gcount",
        "bbb_unique_meetings_total",
      ] {
        #expect(samples.value(of: name) == 0, "\(name)")
      }
      #expect(samples.value(of: "bbb_meetings_participant_clients", ["type": "dial-in"]) == 0)
      #expect(samples.samples(named: "bbb_meetings_participants_origin").isEmpty)
      #expect(samples.value(of: "bbb_api_up") == 1)
    }
  }

  @Test func `without recordings there are neither families nor calls of them`() async throws {
    try await withBench(["RECORDINGS_METRICS": "false"]) { bench in
      let page = String(decoding: await bench.scraper.page(for: ScrapeRequest(as: .text)), as: UTF8.self)
      #expect(!page.contains("bbb_recordings") && !page.contains("getRecordings"))
      #expect(bench.fake.targets.count == 1)
    }
  }

  @Test func `every family of the page stands in the table, with its type, labels and help`() async throws {
    let families = try ExpositionParser.parse(
      Array(golden.text("metrics.openmetrics").utf8), as: .openMetrics)
    let table = Dictionary(uniqueKeysWithValues: Metric.all.map { ($0.name, $0) })
    for family in families {
      let metric = try #require(table[family.name], "\(family.name)")
      #expect(family.type == metric.type && family.help == metric.help)
      for sample in family.samples {
        #expect(sample.labels.map(\.name).filter { $0 != "le" } == metric.labels)
      }
    }
    #expect(
      families.map(\.name)
        == Metric.all.map(\.name).filter { table[$0] != nil && families.map(\.name).contains($0) })
  }

  @Test func `oddities cost a field, are counted and told once a minute`() async throws {
    try await withBench { bench in
      bench.fake.reply(
        to: "/getMeetings",
        .xml(
          """
          <returncode>SUCCESS</returncode><meetings><meeting><participantCount>many</participantCount>
          <listenerCount>1 234</listenerCount><voiceParticipantCount>1.234</voiceParticipantCount>
          </meeting><meeting><participantCount>2</participantCount></meeting></meetings>
          """))
      let samples = try await bench.samples()
      #expect(samples.value(of: "bbb_meetings") == 2 && samples.value(of: "bbb_meetings_participants") == 2)
      #expect(samples.value(of: "bbb_meetings_listeners") == 1234)
      #expect(samples.value(of: "bbb_meetings_voice_participants") == 1234)
      #expect(samples.value(of: "bbb_api_anomalies_total", ["kind": "malformedNumber"]) == 1)
      #expect((samples.value(of: "bbb_api_anomalies_total", ["kind": "missingElement"]) ?? 0) > 2)
      let count = bench.log.warnings.count
      #expect(bench.log.warnings.contains("getMeetings: malformedNumber in <participantCount>, passed over"))
      // Once a kind, however many elements it befell.
      #expect(count == 2)
      _ = await bench.scraper.page(for: ScrapeRequest(as: .text))
      #expect(bench.log.warnings.count == count)
      bench.clock.advance(by: .seconds(61))
      _ = await bench.scraper.page(for: ScrapeRequest(as: .text))
      #expect(bench.log.warnings.count == 2 * count)
    }
  }
}
