import ConformanceKit
import TestSupport

/// A fixed report of load cases with figures, plots and exhibits, as a run at level informative has them.
enum LoadReport {
  static var redacted: RedactedReport { RedactedReport(report, by: Redactor(secrets: ["s3cret"])) }

  static var report: RunReport { report(of: entries) }

  /// The same run some time later, with figures that have moved.
  static var later: RunReport {
    var later = entries
    later[0].outcome.evidence.figures = [
      Figure("calls for a scrape", 9, unit: "calls", limit: .atMost(8)),
      Figure("calls while 64 scrape at once", 8, unit: "calls", limit: .atMost(16)),
    ]
    later[3].outcome.evidence.figures[0].value = 1.9
    return report(of: later)
  }

  private typealias Entry = (check: StubCheck, outcome: CaseOutcome)

  private static func report(of entries: [Entry]) -> RunReport {
    var facts = RunFacts.plain
    facts.level = .informative
    let results = entries.enumerated().map { index, entry in
      CaseResult(
        of: entry.check, outcome: entry.outcome, duration: .milliseconds(840 + 1_310 * index),
        rerun: facts.rerun(of: entry.check.slug))
    }
    return RunReport(facts, results: results, elapsed: .milliseconds(9_120))
  }

  private static let entries: [Entry] = [
    (
      StubCheck(slug: "load/amplification", level: .recommended, title: "A scrape asks each call once"),
      CaseOutcome(.passed, evidence: Evidence(figures: amplification))
    ),
    (
      StubCheck(slug: "load/latency", level: .informative, title: "Scrapes take as long as their calls"),
      CaseOutcome(.passed, evidence: Evidence(figures: latency, plots: [latencyPlot]))
    ),
    (
      StubCheck(
        slug: "load/memory-over-a-soak", level: .informative, title: "Memory does not grow with time"),
      CaseOutcome.judged(
        by: [growth], evidence: Evidence(figures: memory, plots: [memoryPlot, openFilesPlot]))
    ),
    (
      StubCheck(slug: "load/recovery", level: .recommended, title: "A page is right again after an outage"),
      CaseOutcome.judged(
        by: [
          Finding("the page is old", expected: "bbb_api_up 1", actual: "bbb_api_up 0", at: "step 4, at 31m")
        ],
        evidence: Evidence(
          figures: [Figure("scrapes until right", 3, unit: "scrapes", limit: .atMost(1))], exhibits: exhibits)
      )
    ),
  ]

  private static let amplification = [
    Figure("calls for a scrape", 6, unit: "calls", limit: .atMost(8)),
    Figure("calls while 64 scrape at once", 12, unit: "calls", limit: .atMost(16)),
    Figure("calls an hour at the usual interval", 1440, unit: "calls"),
  ]

  private static let latency = [
    Figure("slowest scrape over slowest call", 1.034, limit: .atMost(1.5)),
    Figure("answers within the scrape timeout", 64, unit: "of 64", limit: .atLeast(64)),
  ]

  private static let memory = [
    Figure("growth from the first fifth to the last", 11.85, unit: "MB", limit: .atMost(8)),
    Figure("resident memory at the end", 51.42, unit: "MB"),
  ]

  private static var growth: Finding {
    var growth = Finding(
      "memory grows with every scrape", expected: "at most 8 MB more",
      actual: "11.9 MB more after 800 scrapes")
    growth.hint =
      "something is kept of every scrape: labels of meetings that have ended are the usual suspects"
    return growth
  }

  private static let exhibits = [
    Exhibit(
      "step 4, at 31m: GET /metrics",
      "HTTP/1.1 200 OK\n\nbbb_api_up 0\nsecret s3cret\n<script>alert(1)</script>\n"),
    Exhibit("call 1: getMeetings", "GET /bigbluebutton/api/getMeetings?checksum=00ff\n", omittedBytes: 4_096),
  ]
}

// Courses with the noise of a machine, the same on all of them.
extension LoadReport {
  private static func noisy(_ count: Int, seed: UInt64, _ height: (Int) -> Double) -> [Plot.Point] {
    var noise = SeededGenerator(seed: seed)
    return (0..<count).map { Plot.Point(Double($0), height($0) + Double(noise.next() % 1_000) / 1_000) }
  }

  private static let memoryPlot = Plot(
    "Memory over the soak", x: .init("scrape"), y: .init("resident memory", unit: "MB"),
    lines: [.init("resident", noisy(800, seed: 1) { 38 + Double($0) / 66 })], limit: 48)

  private static let openFilesPlot = Plot(
    "Open files over the soak", x: .init("scrape"), y: .init("open files"),
    lines: [.init("open", noisy(800, seed: 2) { _ in 17 }.map { .init($0.x, $0.y.rounded(.down)) })],
    limit: 32)

  private static let latencyPlot = Plot(
    "A call held up, and the scrape", x: .init("scrape"), y: .init("time", unit: "s"),
    lines: [
      .init("getMeetings", noisy(40, seed: 3) { $0 % 13 == 5 ? 4 : 0.4 }),
      .init("scrape", noisy(40, seed: 4) { $0 % 13 == 5 ? 4.2 : 0.6 }),
      .init("the slowest of 64 scrapes", noisy(40, seed: 5) { $0 % 13 == 5 ? 4.9 : 1.2 }),
    ], limit: 5)
}
