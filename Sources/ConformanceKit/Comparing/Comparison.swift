/// How a run differs from an earlier one.
public struct Comparison: Sendable, Equatable {
  /// What happened to a case between the runs.
  public enum Kind: String, Sendable, CaseIterable {
    /// It was good and is not any more.
    case broken
    /// It is good and was not before.
    case mended
    /// It has another verdict, neither for better nor for worse.
    case changed
    /// It is new.
    case added
    /// It was not run this time, or there is no such case any more.
    case gone
  }

  /// A case that differs.
  public struct Change: Sendable, Equatable {
    /// The case's stable name.
    public let slug: String
    /// What happened to it.
    public let kind: Kind
    /// The earlier verdict.
    public let before: Verdict?
    /// The later verdict.
    public let after: Verdict?
  }

  /// The cases that differ: what broke first, each kind in the order of the slugs.
  public let changes: [Change]
  /// The figures that differ: broken limits first, each kind in the order of the slugs.
  public let figures: [FigureChange]
  /// How many cases have the same verdict in both.
  public let sameCount: Int

  /// Compares two runs; cases are matched by their slugs.
  public init(from earlier: SavedReport, to later: SavedReport) {
    let before = Self.verdicts(of: earlier)
    let after = Self.verdicts(of: later)
    let changes = Set(before.keys).union(after.keys).sorted().compactMap {
      Self.change(of: $0, from: before[$0], to: after[$0])
    }
    self.changes = Kind.allCases.flatMap { kind in changes.filter { $0.kind == kind } }
    figures = FigureChange.all(from: earlier, to: later)
    sameCount = before.count { after[$0.key] == $0.value }
  }

  /// Whether a case broke, or one that is new does not pass: what a pull request must not do.
  public var isWorse: Bool {
    changes.contains { $0.kind == .broken || ($0.kind == .added && $0.after?.isGood == false) }
  }

  /// Of several results of a case, which only a file that was written by hand has, the last one counts.
  private static func verdicts(of report: SavedReport) -> [String: Verdict] {
    Dictionary(report.results.map { ($0.slug, $0.verdict) }) { $1 }
  }

  private static func change(of slug: String, from before: Verdict?, to after: Verdict?) -> Change? {
    guard before != after else { return nil }
    return Change(slug: slug, kind: kind(from: before, to: after), before: before, after: after)
  }

  private static func kind(from before: Verdict?, to after: Verdict?) -> Kind {
    guard let before else { return .added }
    guard let after else { return .gone }
    return switch (before.isGood, after.isGood) {
    case (true, false): .broken
    case (false, true): .mended
    default: .changed
    }
  }
}

extension Verdict {
  /// Whether the case holds.
  fileprivate var isGood: Bool { self == .passed || self == .warned }
}
