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

  @Test func `a report of another version is refused`() {
    let json = Data(#"{"schemaVersion": 2, "subject": "", "startedAt": "", "results": []}"#.utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(SavedReport.self, from: json) }
  }
}
