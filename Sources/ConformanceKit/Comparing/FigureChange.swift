/// A figure that is not what it was in an earlier run.
public struct FigureChange: Sendable, Equatable {
  /// What happened to it.
  public enum Kind: String, Sendable, CaseIterable {
    /// It kept its limit and does not any more.
    case broken = "limit broken"
    /// It keeps its limit and did not before.
    case kept = "limit kept again"
    /// It moved by more than a fifth of what it was, on the same side of its limit.
    case moved
  }

  /// The case that measured it.
  public let slug: String
  /// What it is called.
  public let name: String
  /// Its unit; empty for a ratio.
  public let unit: String
  /// What happened to it.
  public let kind: Kind
  /// The earlier value; nil for one that was not finite.
  public let before: Double?
  /// The later value.
  public let after: Double?

  /// The figures of two runs that differ; what only one of them has is no change.
  static func all(from earlier: SavedReport, to later: SavedReport) -> [FigureChange] {
    let before = Dictionary(earlier.results.map { ($0.slug, $0.figures) }) { $1 }
    let after = Dictionary(later.results.map { ($0.slug, $0.figures) }) { $1 }
    let changes = after.keys.sorted().flatMap { slug in
      after[slug, default: []].compactMap { figure in
        before[slug, default: []].first { $0.name == figure.name && $0.unit == figure.unit }
          .flatMap { FigureChange(of: slug, from: $0, to: figure) }
      }
    }
    return Kind.allCases.flatMap { kind in changes.filter { $0.kind == kind } }
  }

  private init?(of slug: String, from earlier: SavedFigure, to later: SavedFigure) {
    (self.slug, name, unit, before, after) = (slug, later.name, later.unit, earlier.value, later.value)
    switch (earlier.kept, later.kept) {
    case (true, false): kind = .broken
    case (false, true): kind = .kept
    default:
      guard Self.differ(earlier.value, later.value) else { return nil }
      kind = .moved
    }
  }

  /// Timings and memory of two runs on one machine differ by a tenth without a reason.
  private static let tolerance = 0.2

  private static func differ(_ before: Double?, _ after: Double?) -> Bool {
    guard let before, let after else { return before != after }
    return (after - before).magnitude > tolerance * before.magnitude
  }
}
