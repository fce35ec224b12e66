import ConformanceKit
import Testing

struct ProgressLineTests {
  private static let events: [ProgressEvent] = [
    .started("api/up", of: 2),
    .started("meetings/counted", of: 2),
    .finished(result("meetings/counted", .failed), finished: 1, of: 2),
    .finished(result("api/up", .passed), finished: 2, of: 2),
  ]

  @Test func `a pipe gets one plain line for every finished case`() {
    #expect(
      texts(.plain) == [
        "", "", "[1/2] failed          meetings/counted  0.250 s\n",
        "[2/2] passed          api/up  0.250 s\n",
      ])
  }

  @Test func `a terminal gets one line that is rewritten and removed`() {
    let clear = "\r\u{1B}[2K"
    #expect(
      texts(.terminal(columns: 80)) == [
        clear + "[0/2] api/up", clear + "[0/2] api/up, meetings/counted", clear + "[1/2] 1 failed · api/up",
        clear,
      ])
  }

  @Test func `the line never wraps`() {
    #expect(texts(.terminal(columns: 12))[1] == "\r\u{1B}[2K[0/2] api/u")
    #expect(texts(.terminal(columns: 0))[1] == "\r\u{1B}[2K[")
  }

  @Test func `an interrupted run clears a terminal and leaves a pipe alone`() {
    #expect(ProgressLine(.terminal(columns: 80)).cleared == "\r\u{1B}[2K")
    #expect(ProgressLine(.plain).cleared == "")
  }

  private func texts(_ output: ProgressLine.Output) -> [String] {
    var line = ProgressLine(output)
    return ProgressLineTests.events.map { line.text(after: $0) }
  }

  private static func result(_ slug: Slug, _ verdict: Verdict) -> CaseResult {
    CaseResult(
      of: StubCheck(slug: slug), outcome: CaseOutcome(verdict), duration: .milliseconds(250), rerun: "")
  }
}
