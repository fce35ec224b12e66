import Determinism

extension LoadReport {
  /// The report for a terminal, a line feed at its end.
  public var text: String {
    var parts = [heading, countsTable.text, latencyTable.text]
    if !thresholds.isEmpty { parts.append(thresholdTable.text) }
    parts.append(conclusion)
    return parts.joined(separator: "\n")
  }

  private var heading: String {
    """
    target: \(run.target.redactedText)
    plan: \(run.plan)
    rate: \(rate.fixed(2)) good answers a second in \(result.elapsed.secondsText), planned \(plannedRate.fixed(2))

    """
  }

  /// The calls and, where there are several, their sum.
  private var rows: [(name: String, record: CallRecord)] {
    let calls = zip(run.target.callNames, result.record.calls).map { (name: $0, record: $1) }
    return calls.count > 1 ? calls + [("all", total)] : calls
  }

  /// Of the kinds of errors, those that came up.
  private var countsTable: TextTable {
    let kinds = FailureKind.allCases.filter { total[$0] > 0 }
    let extra = result.wasInterrupted ? ["unfinished"] : []
    let header = ["call", "planned", "sent", "dropped", "ok", "errors"] + kinds.map(\.rawValue) + extra
    var table = TextTable(alignments: [.leading] + header.dropFirst().map { _ in .trailing })
    table.append(header)
    for (name, record) in rows {
      let counts = [record.planned, record.sent, record.dropped, record.ok, record.errors]
      let unfinished = result.wasInterrupted ? [record.unfinished] : []
      table.append([name] + (counts + kinds.map { record[$0] } + unfinished).map { String($0) })
    }
    return table
  }

  private var latencyTable: TextTable {
    var table = TextTable(alignments: [.leading, .leading] + Array(repeating: .trailing, count: 5))
    table.append(["call", "milliseconds", "p50", "p90", "p99", "p99.9", "max"])
    for (name, record) in rows {
      table.append([name, "latency"] + Self.cells(of: record.latency))
      table.append([name, "service time"] + Self.cells(of: record.serviceTime))
    }
    return table
  }

  private static func cells(of histogram: LatencyHistogram) -> [String] {
    guard let summary = LatencySummary(of: histogram) else { return Array(repeating: "-", count: 5) }
    return [summary.p50, summary.p90, summary.p99, summary.p999, summary.max].map(\.millisecondsText)
  }

  private var thresholdTable: TextTable {
    var table = TextTable(alignments: [.leading, .leading, .leading])
    table.append(["fail if", "measured", ""])
    for outcome in thresholds {
      table.append([outcome.threshold.text, outcome.measuredText, outcome.isBroken ? "BROKEN" : "kept"])
    }
    return table
  }

  private var conclusion: String {
    var reasons: [String] = []
    if thresholds.contains(where: \.isBroken) { reasons.append("a threshold is broken") }
    if total.ok == 0 && total.errors > 0 { reasons.append("not one answer was good") }
    if total.dropped > 0 { reasons.append("\(total.dropped) dropped: no free connection in time") }
    if result.wasInterrupted { reasons.append("interrupted: a part of the plan only") }
    if thresholds.isEmpty { reasons.append("no thresholds to hold it against") }
    return "\(verdict.rawValue)\(reasons.isEmpty ? "" : ": " + reasons.joined(separator: "; "))\n"
  }
}
