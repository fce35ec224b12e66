import ConformanceKit
import PrometheusText
import Testing

@testable import ExporterConformance

/// A page that is right in every respect, then with one thing changed: exactly that must be found.
struct PageComparisonTests {
  private func expected() throws -> [ExpectedFamily] {
    var exporter = try PerfectExporter(
      ConformanceCase(over: "two-rooms", "script: [{ at: 14m, expect: oracle }]"))
    return exporter.scrape()
  }

  private func findings(
    _ format: ExpositionFormat = .text, _ change: (String) -> String = { $0 }
  ) throws -> [String] {
    let expected = try expected()
    let right = String(decoding: ExpositionWriter.bytes(of: expected.asShown, as: format), as: UTF8.self)
    let changed = change(right)
    let page = try ParsedPage(Array(changed.utf8), as: format)
    return PageComparison(page: page).findings(expected).map(\.what)
  }

  @Test(arguments: ExpositionFormat.allCases)
  func `a right page has no findings in either format`(format: ExpositionFormat) throws {
    #expect(try findings(format).isEmpty)
    #expect(try expected().page(format).lint.isEmpty)
  }

  /// What is replaced on the page, by what, and what must then be said.
  @Test(arguments: [
    ("bbb_meetings 2\n", "bbb_meetings 3\n", ["bbb_meetings is wrong"]),
    ("bbb_meetings 2\n", "bbb_meetings NaN\n", ["bbb_meetings is wrong"]),
    ("bbb_meetings 2\n", "bbb_meetings 2.0\n", []),
    ("bbb_meetings 2\n", "", ["bbb_meetings has no sample"]),
    ("bbb_meetings_listeners", "bbb_meetings_listening", ["bbb_meetings_listeners is missing"]),
    ("# TYPE bbb_api_up gauge", "# TYPE bbb_api_up counter", ["bbb_api_up has another type"]),
    ("# HELP bbb_api_up Said by a test.\n", "", ["bbb_api_up has no HELP text"]),
    (
      "bbb_meetings_participant_clients{type=\"dial-in\"} 1\n", "",
      ["bbb_meetings_participant_clients{type=\"dial-in\"} is missing"]
    ),
    (
      "clients{type=\"dial-in\"} 1\n", "clients{type=\"DIAL-IN\"} 1\n",
      [
        "bbb_meetings_participant_clients{type=\"dial-in\"} is missing",
        "bbb_meetings_participant_clients{type=\"DIAL-IN\"} is too much",
      ]
    ),
    (
      "bbb_meetings 2\n", "bbb_meetings 2\nbbb_meetings{server=\"a\"} 2\n",
      ["bbb_meetings{server=\"a\"} is too much"]
    ),
    ("bbb_room_listeners_bucket{le=\"15\"}", "bbb_room_listeners_bucket{le=\"15.0\"}", []),
    (
      "bbb_room_listeners_bucket{le=\"15\"}", "bbb_room_listeners_bucket{le=\"16\"}",
      ["bbb_room_listeners_bucket{le=\"15\"} is missing", "bbb_room_listeners_bucket{le=\"16\"} is too much"]
    ),
    (
      "bbb_room_participants_gsum 10\n", "bbb_room_participants_gsum 2\n",
      ["bbb_room_participants_gsum is wrong"]
    ),
    (
      "bbb_exporter{version=\"1.2.3\"} 1", "bbb_exporter{version=\"\"} 1",
      ["bbb_exporter does not tell the version"]
    ),
    ("bbb_exporter{version=\"1.2.3\"} 1", "bbb_exporter 1", ["bbb_exporter does not tell the version"]),
    (
      "bbb_unique_meetings_total 2\n", "bbb_unique_meetings_total 1\n", ["bbb_unique_meetings_total is wrong"]
    ),
  ])
  func `what is changed is found`(old: String, new: String, what: [String]) throws {
    let found = try findings { page in
      #expect(page.contains(old))
      return page.replacing(old, with: new)
    }
    #expect(found == what)
  }

  @Test func `families of the exporter's own are its own business`() throws {
    #expect(try findings { $0 + "# TYPE bbb_moderators gauge\nbbb_moderators 3\n" }.isEmpty)
  }

  @Test func `a family that has no business here is found`() throws {
    let intruder = "# HELP bbb_version x\n# TYPE bbb_version gauge\nbbb_version{version=\"3.0\"} 1\n"
    #expect(try findings { $0 + intruder } == ["bbb_version is there"])
  }

  @Test func `many series too many are one finding`() throws {
    let series = (1...9).map { "bbb_meetings{n=\"\($0)\"} 1\n" }.joined()
    #expect(
      try findings { $0.replacing("bbb_meetings 2\n", with: "bbb_meetings 2\n" + series) } == [
        "bbb_meetings has 9 series too many"
      ])
  }

  @Test func `a finding cites the line of its family`() throws {
    let expected = try expected()
    let page = try ParsedPage(
      Array(
        String(decoding: ExpositionWriter.bytes(of: expected.asShown, as: .text), as: UTF8.self)
          .replacing("bbb_meetings 2\n", with: "bbb_meetings 5\n").utf8), as: .text)
    let finding = try #require(PageComparison(page: page).findings(expected).first)
    #expect(finding.citation?.place == "§2 bbb_meetings")
    #expect([finding.expected, finding.actual] == ["2", "5"])
  }
}
