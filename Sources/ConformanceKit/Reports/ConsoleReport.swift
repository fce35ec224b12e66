import ExitCodes

/// The report for a person at a terminal: a table of verdicts, and below it what went wrong.
///
/// Without colour it is plain text, fit for a pipe. Nothing that the subject printed can steer the terminal.
public struct ConsoleReport: ReportFormat {
  let colouring: Colouring
  private let columns: Int?
  /// Whether the table leaves out what has passed, as of hundreds of cases.
  public var hidesPassed = false

  /// Makes the format; `inColour` only if the output is a terminal that wants it, `columns` if it is one of that width:
  /// the table's lines do not wrap there.
  public init(inColour: Bool = false, columns: Int? = nil) {
    colouring = Colouring(isOn: inColour)
    self.columns = columns
  }

  /// The whole report as text, with a line feed at its end.
  public func text(of redacted: RedactedReport) -> String {
    let report = redacted.report
    let sections =
      [heading(report), table(report)] + explanations(report)
      + [figures(report), skips(report), summary(report)]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private func heading(_ report: RunReport) -> [String] {
    let facts = report.facts
    return [
      "\(facts.tool) \(facts.version), level \(facts.level.rawValue)\(facts.isStrict ? ", strict" : "")",
      "subject  \(facts.subject.visibleLine)",
      "started  \(facts.startedAt.visibleLine)",
    ]
  }

  private func summary(_ report: RunReport) -> [String] {
    let code = ExitCode(for: report)
    let isPartial = report.wasInterrupted ? ["interrupted: this report is partial"] : []
    return isPartial + wire(report) + [
      "\(report.counts.summary); \(report.elapsed.secondsText)",
      "exit \(code.rawValue): \(code.meaning)",
    ]
  }
}

extension ConsoleReport {
  /// Where to find what would fill the screen.
  private func wire(_ report: RunReport) -> [String] {
    guard report.explained.contains(where: { !$0.evidence.exhibits.isEmpty }) else { return [] }
    return ["what went over the wire: in report.html, which --out DIR writes"]
  }

  private func table(_ report: RunReport) -> [String] {
    guard !report.results.isEmpty else { return ["no case was selected"] }
    let results = report.results.filter { !hidesPassed || $0.verdict != .passed }
    guard !results.isEmpty else { return ["every case has passed"] }
    let rows = results.map { Row($0) }
    let header = Row(verdict: "verdict", level: "level", time: "time", slug: "case", title: "")
    let widths = Widths([header] + rows)
    let room = columns.map { max(0, $0 - widths.beforeTitle) }
    return [header.text(widths, room) { $0 }]
      + zip(rows, results).map { row, result in
        row.text(widths, room) { colouring.paint($0, as: result.verdict) }
      }
  }

  private struct Row {
    let verdict, level, time, slug, title: String

    init(verdict: String, level: String, time: String, slug: String, title: String) {
      (self.verdict, self.level, self.time, self.slug, self.title) = (verdict, level, time, slug, title)
    }

    init(_ result: CaseResult) {
      self.init(
        verdict: result.verdict.title, level: result.level.rawValue,
        time: result.duration.secondsDecimal + " s", slug: result.slug.description,
        title: result.title.visibleLine)
    }

    /// The row with its columns aligned; times stand to the right, and the title, of any width, stands last.
    func text(_ widths: Widths, _ room: Int?, paint: (String) -> String) -> String {
      let title = room.map { self.title.count > $0 ? self.title.prefix(max(0, $0 - 1)) + "…" : self.title }
      let time = String(repeating: " ", count: widths.time - self.time.utf8.count) + self.time
      let rest = [level.padded(to: widths.level), time, slug.padded(to: widths.slug), title ?? self.title]
      return ([paint(verdict.padded(to: widths.verdict))] + rest).joined(separator: "  ").trimmingEnd
    }
  }

  private struct Widths {
    let verdict, level, time, slug: Int

    /// The columns before the title, each with the two blanks behind it.
    var beforeTitle: Int { verdict + level + time + slug + 8 }

    init(_ rows: [Row]) {
      func widest(_ column: KeyPath<Row, String>) -> Int {
        rows.reduce(0) { max($0, $1[keyPath: column].utf8.count) }
      }
      verdict = widest(\.verdict)
      level = widest(\.level)
      time = widest(\.time)
      slug = widest(\.slug)
    }
  }
}
