import Determinism

/// What a plan will send, as a table: how many requests in each stretch of it.
public struct PlanTable: Sendable {
  private static let mostRows = 20
  private static let barLength = 40
  private let plan: LoadPlan

  /// Makes the table of a plan.
  public init(of plan: LoadPlan) { self.plan = plan }

  /// The table, a line feed at its end.
  public var text: String {
    var columns = TextTable(alignments: [.trailing, .trailing, .trailing, .trailing, .leading])
    columns.append(["from", "requests", "per second", "in all", ""])
    let rows = stretches
    let highest = rows.map(\.requests).max() ?? 0
    for row in rows { columns.append(cells(of: row, highest: highest)) }
    return "plan: \(plan)\n\(summary)\n\n" + columns.text
  }

  private var summary: String {
    guard plan.count > 0 else { return "requests: 0" }
    let (first, last) = (plan.instant(of: 0), plan.instant(of: plan.count - 1))
    return "requests: \(plan.count), the first at \(first.secondsText), the last at \(last.secondsText)"
  }

  private struct Stretch {
    let from: Duration
    let length: Duration
    let requests: Int
    let before: Int
  }

  private var stretches: [Stretch] {
    let length = stretchLength
    var rows: [Stretch] = []
    var (from, before) = (Duration.zero, 0)
    while from < plan.duration {
      let until = min(from + length, plan.duration)
      let count = plan.count(until: until)
      rows.append(Stretch(from: from, length: until - from, requests: count - before, before: before))
      (from, before) = (until, count)
    }
    return rows
  }

  /// The shortest round length of which at most ``mostRows`` make the plan.
  private var stretchLength: Duration {
    let lengths = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600].map {
      Duration.seconds($0)
    }
    let fitting = lengths.first { plan.duration <= $0 * Self.mostRows && plan.duration > $0 }
    return fitting ?? plan.duration / Self.mostRows + .nanoseconds(1)
  }

  private func cells(of row: Stretch, highest: Int) -> [String] {
    let rate = Double(row.requests) / row.length.inSeconds
    let bar = String(repeating: "#", count: highest == 0 ? 0 : row.requests * Self.barLength / highest)
    return [
      row.from.secondsText, String(row.requests), rate.fixed(1), String(row.before + row.requests), bar,
    ]
  }
}
