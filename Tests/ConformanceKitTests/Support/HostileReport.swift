import ConformanceKit

/// A fixed report with every verdict and texts that try to break out of every format.
enum HostileReport {
  static let secret = "s3cr&t/<key>"
  static let redactor = Redactor(secrets: [secret])

  static var redacted: RedactedReport { RedactedReport(report, by: redactor) }

  static var report: RunReport {
    var facts = RunFacts(
      tool: "bbb-conformance", version: "0.1.0", subject: "python3 bad.py --secret '\(secret)' \u{1B}[31m",
      startedAt: "2026-03-02T08:00:00Z", command: "bbb-conformance run --exporter 'bad.py --secret \(secret)'"
    )
    facts.level = .informative
    return RunReport(facts, results: results(facts), elapsed: .milliseconds(12_345))
  }

  private static let meetings = Citation(
    "exporter-contract", "§2 bbb_meetings", "number of meetings, breakout rooms included")

  private static func results(_ facts: RunFacts) -> [CaseResult] {
    let cases: [(StubCheck, CaseOutcome)] = [
      (StubCheck(slug: "meetings/counted", title: "Meetings are counted"), passed),
      (
        StubCheck(
          slug: "meetings/breakouts-counted-apart", title: "Breakout rooms <b>are</b> meetings & more",
          citations: [meetings]), failed
      ),
      (StubCheck(slug: "load/scrape-time", level: .informative, title: "Scrapes | are `quick`"), slow),
      (
        StubCheck(slug: "recordings/from-disk", title: "Recordings are read from disk"),
        .skipped("needs --disk DIR")
      ),
      (
        StubCheck(slug: "recordings/by-state", level: .recommended, title: "States"),
        .blocked("no answer to build on")
      ),
      (
        StubCheck(slug: "api/up", title: "The API is up"),
        .setupFailed("port 9688\tis taken\r\nby \u{7}another")
      ),
      (
        StubCheck(slug: "api/latency", title: "Latency is observed"),
        .harnessFailed("index out of range ]]> --> \u{0}")
      ),
    ]
    return cases.enumerated().map { index, entry in
      CaseResult(
        of: entry.0, outcome: entry.1, duration: .microseconds(7_600 + 1_120_000 * index),
        rerun: facts.rerun(of: entry.0.slug))
    }
  }

  private static let passed = CaseOutcome(.passed, notes: ["2 scrapes"])

  private static let slow = CaseOutcome.judged(
    by: [Finding("scrape time over API latency", expected: "≤ 1.5", actual: "4.0")], notes: ["5 calls *each*"]
  )

  private static var failed: CaseOutcome {
    var wrong = Finding("bbb_meetings is \"wrong\"", expected: "5", actual: "1", at: "step 2, at 31m")
    wrong.hint = "breakout rooms are left out; ask again with ?checksum=0123456789abcdefABCDEF&x=1"
    wrong.citation = meetings
    let page = Finding(
      "the page is <not> what it should be", expected: "# EOF \\n",
      actual: "\u{1B}[2J\u{1B}[31mred\r\n```\n<attendeePW>ap</attendeePW><moderatorPW>mp\u{0}</moderatorPW>\n"
        + "secret=\(secret) or s3cr%26t%2F%3Ckey%3E & 'quotes' \"double\" ]]> \u{FFFE}\u{202E}desrever\u{2028}end\n"
    )
    let lines = [String(repeating: "long ", count: 100)] + (2...40).map { "line \($0)" }
    let long = Finding(.advice, "a long page", actual: lines.joined(separator: "\n"))
    return .judged(by: [wrong, page, long])
  }
}

extension Finding {
  fileprivate init(_ weight: Weight, _ what: String, actual: String) {
    self.init(weight, what)
    self.actual = actual
  }

  fileprivate init(_ what: String, expected: String, actual: String) {
    self.init(what, expected: expected, actual: actual, at: nil)
  }
}
