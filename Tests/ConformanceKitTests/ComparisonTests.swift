import ConformanceKit
import Foundation
import Testing

struct ComparisonTests {
  private func report(_ verdicts: [(String, Verdict)]) -> SavedReport {
    SavedReport(
      subject: "a stub", startedAt: "2026-03-02T08:00:00Z",
      results: verdicts.map { SavedResult(slug: $0, title: "A case", verdict: $1, durationSeconds: 0.1) })
  }

  @Test func `what broke stands first, and makes it worse`() {
    let before = report([
      ("a/gone", .passed), ("a/mended", .failed), ("a/same", .passed), ("b/broken", .passed),
      ("b/else", .failed),
    ])
    let after = report([
      ("a/mended", .warned), ("a/new", .passed), ("a/same", .passed), ("b/broken", .blocked),
      ("b/else", .skipped),
    ])
    let comparison = Comparison(from: before, to: after)
    #expect(comparison.isWorse)
    #expect(
      comparison.text == """
        broken  b/broken  passed → blocked
        mended  a/mended  failed → warned
        changed b/else    failed → skipped
        added   a/new     passed
        gone    a/gone    was passed

        1 broken, 1 mended, 1 changed, 1 added, 1 gone, 1 as before

        """)
    #expect(comparison.markdown.contains("| broken | `b/broken` | passed → blocked |"))
  }

  @Test(
    arguments: [
      (.passed, .passed, false), (.passed, .warned, false), (.passed, .failed, true),
      (.warned, .knownFailure, true),
      (.failed, .failed, false), (.failed, .passed, false), (nil, .failed, true), (nil, .passed, false),
      (.passed, nil, false), (.passed, .skipped, true),
    ] as [(Verdict?, Verdict?, Bool)])
  func `a run is worse when a case broke or a new one does not pass`(
    before: Verdict?, after: Verdict?, isWorse: Bool
  ) {
    let runs = [before, after].map { verdict in report(verdict.map { [("a/case", $0)] } ?? []) }
    #expect(Comparison(from: runs[0], to: runs[1]).isWorse == isWorse)
  }

  @Test func `a report is read back from its own JSON`() throws {
    let json = Data(JSONReport().text(of: HostileReport.redacted).utf8)
    let saved = try JSONDecoder().decode(SavedReport.self, from: json)
    let results = HostileReport.redacted.report.results
    #expect(saved.results.map(\.slug) == results.map(\.slug.description))
    #expect(saved.results.map(\.verdict) == results.map(\.verdict))
    #expect(Comparison(from: saved, to: saved).text == "\(results.count) as before\n")
  }

  @Test func `figures that crossed their limit stand before those that moved by more than a fifth`() throws {
    let runs = try [LoadReport.report, LoadReport.later].map { report in
      let json = JSONReport().text(of: RedactedReport(report, by: Redactor(secrets: [])))
      return try JSONDecoder().decode(SavedReport.self, from: Data(json.utf8))
    }
    let comparison = Comparison(from: runs[0], to: runs[1])
    #expect(
      comparison.text == """
        limit broken  load/amplification  calls for a scrape             6 → 9 calls, +50 %
        moved         load/amplification  calls while 64 scrape at once  12 → 8 calls, -33 %
        moved         load/recovery       scrapes until right            3 → 1.9 scrapes, -37 %

        4 as before; 1 limit broken, 2 figures moved

        """)
    #expect(
      comparison.markdown.contains(
        "| moved | `load/recovery` | scrapes until right | 3 → 1.9 scrapes, -37 % |"))
    #expect(!comparison.isWorse, "a figure is no verdict")
    #expect(Comparison(from: runs[1], to: runs[0]).text.contains("limit kept again"))
  }

  @Test(
    arguments: [
      (10, 12, 0), (10, 12.1, 1), (10, 8, 0), (10, 7.9, 1), (0, 0, 0), (0, 1e-9, 1), (-10, -12.1, 1),
      (nil, nil, 0),
      (nil, 1, 1), (1, nil, 1),
    ] as [(Double?, Double?, Int)])
  func `a figure has moved when it differs by more than a fifth of what it was`(
    before: Double?, after: Double?, count: Int
  ) {
    let runs = [before, after].map { value in
      SavedReport(
        subject: "a stub", startedAt: "",
        results: [
          SavedResult(
            slug: "a/b", title: "", verdict: .passed, durationSeconds: 0,
            figures: [SavedFigure(name: "a figure", value: value)])
        ])
    }
    #expect(Comparison(from: runs[0], to: runs[1]).figures.count == count)
  }

  @Test func `a report from before there were figures is read`() throws {
    let json = Data(
      (#"{"schemaVersion": 1, "subject": "", "startedAt": "", "results": [{"slug": "a/b", "title": "","#
        + #" "verdict": "passed", "durationSeconds": 0.1}]}"#).utf8)
    #expect(try JSONDecoder().decode(SavedReport.self, from: json).results[0].figures == [])
  }

  @Test func `a report of another version is refused`() {
    let json = Data(#"{"schemaVersion": 2, "subject": "", "startedAt": "", "results": []}"#.utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(SavedReport.self, from: json) }
  }
}
