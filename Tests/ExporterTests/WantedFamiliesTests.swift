import PrometheusText
import TestSupport
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct WantedFamiliesTests {
  @Test(arguments: [
    (nil, WantedFamilies.all), ("", .all), ("x=1", .all), ("name[]=", .all), ("name[]", .all),
    ("name[]=bbb_api_up", .named(["bbb_api_up"])), ("name%5B%5D=bbb_api_up", .named(["bbb_api_up"])),
    ("name%5b%5d=bbb%5Fapi_up&x=y&name[]=b", .named(["bbb_api_up", "b"])),
    ("NAME[]=a", .all), ("name=a", .all), ("name[]=%zz&name[]=%FF", .named(["%zz", "\u{FFFD}"])),
  ])
  func `the parameters name[] are read as client libraries do`(_ query: String?, _ expected: WantedFamilies) {
    #expect(WantedFamilies(query: query) == expected)
  }

  /// What the page holds, and the calls made for it.
  @Test(arguments: [
    (["bbb_exporter"], ["bbb_exporter"], []),
    (["bbb_meetings"], ["bbb_meetings"], ["getMeetings"]),
    (["bbb_api_up"], ["bbb_api_up"], ["getMeetings"]),
    (["bbb_unique_meetings_total"], ["bbb_unique_meetings"], ["getMeetings"]),
    (["bbb_unique_meetings"], ["bbb_unique_meetings"], ["getMeetings"]),
    (["bbb_room_participants_bucket"], ["bbb_room_participants"], ["getMeetings"]),
    (["bbb_room_participants_gcount"], ["bbb_room_participants"], ["getMeetings"]),
    (["bbb_recordings_published"], ["bbb_recordings_published"], ["state=published"]),
    (
      ["bbb_recordings_deleted", "bbb_meetings"], ["bbb_meetings", "bbb_recordings_deleted"],
      ["getMeetings", "state=deleted"]
    ),
    (
      ["bbb_api_latency_count"], ["bbb_api_latency"],
      ["getMeetings", "state=deleted", "state=processing", "state=published", "state=unpublished"]
    ),
    (["bbb_recordings_unprocessed"], [], []), (["bbb_version"], [], []),
    (["nonsense", "bbb_meetings_", "_total", "BBB_MEETINGS"], [], []),
  ])
  func `only the wanted families are served and only their calls made`(
    _ names: [String], _ families: [String], _ calls: [String]
  ) async throws {
    try await withBench { bench in
      let request = ScrapeRequest(as: .openMetrics, wanted: .named(Set(names)))
      let page = await bench.scraper.page(for: request)
      let served = try ExpositionParser.parse(page, as: .openMetrics)
      #expect(served.map(\.name) == families)
      #expect(ExpositionLint.findings(in: page, as: .openMetrics) == [])
      #expect(bench.fake.targets.map(callName).sorted() == calls)
    }
  }

  @Test(arguments: [(ExpositionFormat.text, ""), (.openMetrics, "# EOF\n")])
  func `an unknown name gives an empty page that is valid`(_ format: ExpositionFormat, _ page: String)
    async throws
  {
    try await withBench { bench in
      let bytes = await bench.scraper.page(for: ScrapeRequest(as: format, wanted: .named(["x"])))
      #expect(String(decoding: bytes, as: UTF8.self) == page)
    }
  }

  @Test func `all families asked for by name are the whole page`() async throws {
    try await withBench { bench in
      let names = Set(Metric.all.map(\.name))
      let named = await bench.scraper.page(for: ScrapeRequest(as: .text, wanted: .named(names)))
      let calls = bench.fake.targets.count
      let whole = await bench.scraper.page(for: ScrapeRequest(as: .text))
      #expect(headers(of: named) == headers(of: whole) && !named.isEmpty)
      #expect(bench.fake.targets.count == 2 * calls)
    }
  }

  private func headers(of page: [UInt8]) -> [Substring] {
    String(decoding: page, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("#") }
  }

  /// `getMeetings`, or the state that getRecordings asks for.
  private func callName(_ target: String) -> String {
    let state = target.split(separator: "&").first { $0.hasPrefix("state=") }
    return target.contains("/getMeetings") ? "getMeetings" : String(state ?? "")
  }
}
