import BBBReading
import PrometheusText
import TestSupport
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct MeetingSeriesTests {
  private static let families = [
    "bbb_meeting_participants", "bbb_meeting_listeners", "bbb_meeting_voice_participants",
    "bbb_meeting_video_participants", "bbb_meeting_moderators", "bbb_meeting_recording",
    "bbb_meeting_duration_seconds",
  ]
  private static let calculus = "183f0bf3a0982a127bdb8161e0c44eb696b3e75c-1772438400000"
  private static let breakout = "a3f0bf3a0982a127bdb8161e0c44eb696b3e75cd-1772439000000"
  private static let empty = "c83f0bf3a0982a127bdb8161e0c44eb696b3e75c-1772438700000"

  private func series(_ meetings: [MeetingReading], limit: Int, names: Bool = false) throws -> OldestMeetings
  {
    try #require(tally(meetings, series: MeetingSeriesSettings(limit: limit, showsNames: names)).series)
  }

  private func run(_ number: Int, _ id: String? = nil) -> MeetingReading {
    meeting {
      $0.internalMeetingID = id ?? "m\(number)"; $0.createTime = Int64(1_000_000 + number)
    }
  }

  @Test func `without being asked for there are none`() async throws {
    try await withBench { bench in
      let page = String(decoding: await bench.scraper.page(for: ScrapeRequest(as: .text)), as: UTF8.self)
      #expect(!page.contains("bbb_meeting_"))
    }
  }

  @Test func `each meeting shows its figures by its internal ID, without a name`() async throws {
    try await withBench(["MEETING_SERIES": "true"]) { bench in
      let samples = try await bench.samples()
      let figures = Self.families.map { samples.value(of: $0, ["meeting_id": Self.calculus]) }
      #expect(figures == [1204, 1000, 7, 3, 1, 1, 3600])
      #expect(samples.value(of: "bbb_meeting_recording", ["meeting_id": Self.breakout]) == 0)
      #expect(samples.value(of: "bbb_meeting_series_dropped") == 0)
      #expect(samples.samples(named: "bbb_meeting_info").isEmpty)
      let page = String(decoding: await bench.scraper.page(for: ScrapeRequest(as: .text)), as: UTF8.self)
      #expect(!page.contains("Calculus"))
    }
  }

  @Test func `names are shown where they are asked for`() async throws {
    try await withBench(["MEETING_SERIES": "true", "MEETING_SERIES_NAMES": "true"]) { bench in
      let labels = ["meeting_id": Self.calculus, "external_id": "calculus", "meeting_name": "Calculus I"]
      let samples = try await bench.samples()
      #expect(samples.value(of: "bbb_meeting_info", labels) == 1)
    }
  }

  @Test func `the oldest have series, the others are counted`() async throws {
    try await withBench(["MEETING_SERIES": "true", "MEETING_SERIES_LIMIT": "2"]) { bench in
      let samples = try await bench.samples()
      for family in Self.families {
        let ids = samples.samples(named: family).compactMap { $0.labels.first?.value }
        #expect(ids == [Self.calculus, Self.empty], "\(family)")
      }
      #expect(samples.value(of: "bbb_meeting_series_dropped") == 1)
    }
  }

  @Test func `the series of a meeting that ended are gone with the next scrape`() async throws {
    try await withBench(["MEETING_SERIES": "true"]) { bench in
      _ = try await bench.samples()
      bench.fake.reply(to: "/getMeetings", .noMeetings)
      let samples = try await bench.samples()
      for family in Self.families { #expect(samples.samples(named: family).isEmpty) }
      #expect(samples.value(of: "bbb_meeting_series_dropped") == 0)
      bench.fake.reply(to: "/getMeetings", .checksumError)
      let failed = try await bench.samples()
      #expect(failed.samples(named: "bbb_meeting_series_dropped").isEmpty)
    }
  }

  @Test(arguments: 1...20)
  func `who is kept does not depend on the order of the answer`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let meetings = (0..<300).map { run($0 / 2, "m\($0)") }
    let limit = Int.random(in: 1...150, using: &random)
    let kept = try series(meetings.shuffled(using: &random), limit: limit)
    let same = try series(meetings, limit: limit)
    #expect(kept.meetings == same.meetings)
    #expect(kept.meetings.count == limit && kept.dropped == 300 - limit)
  }

  @Test func `a hundred thousand meetings cost no more than twice the limit`() throws {
    var kept = OldestMeetings(MeetingSeriesSettings(limit: 10, showsNames: false))
    for number in (0..<100_000).reversed() {
      kept.offer(run(number), duration: 1)
      if number % 1000 == 0 { #expect(kept.meetings.count <= 20) }
    }
    kept.letGo()
    #expect(kept.meetings.map(\.id.text) == (0..<10).map { "m\($0)" }.sorted { $0 < $1 })
    #expect(kept.dropped == 99_990)
  }

  @Test func `of meetings with one ID the oldest counts, and no label stands twice`() throws {
    let kept = try series([run(3, "a"), run(1, "a"), run(2, "b"), run(1, "a")], limit: 10)
    #expect(kept.meetings.map(\.id.text) == ["a", "b"] && kept.dropped == 2)
  }

  @Test func `without an ID, or with one of more than 256 bytes, a meeting has no series`() throws {
    let long = String(repeating: "x", count: 256)
    let kept = try series([meeting { $0.participantCount = 1 }, run(1, long + "x"), run(2, long)], limit: 10)
    #expect(kept.meetings.map(\.id.text) == [long] && kept.dropped == 2)
  }

  @Test func `a meeting that does not say when it began comes last, and one figure less costs that one`()
    throws
  {
    let kept = try series(
      [
        meeting {
          $0.internalMeetingID = "z"; $0.videoCount = 4
        }, run(9),
      ], limit: 10)
    #expect(kept.meetings.map(\.id.text) == ["m9", "z"])
    #expect(kept.meetings.last?.videoParticipants == 4 && kept.meetings.last?.participants == nil)
  }

  @Test func `hostile names stand on the page as one label each`() async throws {
    let name = "a&quot;} 1\nbbb_up 0 \\ &#10;\u{202E}" + String(repeating: "e&#x301;", count: 300)
    try await withBench(["MEETING_SERIES": "true", "MEETING_SERIES_NAMES": "true"]) { bench in
      bench.fake.reply(
        to: "/getMeetings",
        .xml(
          """
          <returncode>SUCCESS</returncode><meetings><meeting><meetingName>\(name)</meetingName>
          <internalMeetingID>i&quot;\\</internalMeetingID></meeting></meetings>
          """))
      for format in ExpositionFormat.allCases {
        let page = await bench.scraper.page(for: ScrapeRequest(as: format))
        #expect(ExpositionLint.findings(in: page, as: format) == [])
        let samples = SampleIndex(try ExpositionParser.parse(page, as: format))
        let info = try #require(samples.samples(named: "bbb_meeting_info").first)
        #expect(info.labels.first?.value == "i\"\\")
        #expect(info.labels.last?.value.hasPrefix("a\"} 1\nbbb_up 0 \\ \n\u{202E}ee") == false)
        #expect(info.labels.last?.value.unicodeScalars.count == 256)
        #expect(samples.samples(named: "bbb_up").isEmpty)
      }
    }
  }
}
