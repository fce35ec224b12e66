/// How many cases came to each verdict.
public struct VerdictCounts: Sendable, Equatable {
  private var byVerdict: [Verdict: Int]

  /// Counts the verdicts.
  public init(_ verdicts: some Sequence<Verdict>) {
    byVerdict = verdicts.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// The number of cases that came to `verdict`.
  public subscript(verdict: Verdict) -> Int { byVerdict[verdict, default: 0] }

  /// The number of all cases.
  public var total: Int { byVerdict.values.reduce(0, +) }

  /// The number of cases that say nothing about the subject: skipped, blocked, set-up failed.
  public var unverified: Int { Verdict.allCases.filter(\.isUnverified).reduce(0) { $0 + self[$1] } }

  /// One line: `9 cases: 7 passed, 1 failed, 1 skipped; 1 unverified`.
  public var summary: String {
    let parts = Verdict.allCases.filter { self[$0] > 0 }.map { "\(self[$0]) \($0.title)" }
    let head = total == 1 ? "1 case" : "\(total) cases"
    return ([head] + (parts.isEmpty ? [] : [parts.joined(separator: ", ")])).joined(separator: ": ")
      + "; \(unverified) unverified"
  }
}
