/// Which cases a run takes: those up to a level, narrowed by patterns.
public struct Selection: Sendable, Equatable {
  /// The highest level that is run.
  public var level: Level
  /// The patterns of `--only`; a case must match one of them. Without any, every case matches.
  public var only: [Glob]

  /// Makes a selection.
  public init(level: Level = .required, only: [Glob] = []) {
    self.level = level
    self.only = only
  }

  /// Whether a case is taken.
  ///
  /// A pattern that spells out one slug takes that case at any level: who names a case means it.
  public func takes(_ slug: Slug, level caseLevel: Level) -> Bool {
    if only.contains(where: { $0.isExact && $0.matches(slug) }) { return true }
    return level.includes(caseLevel) && (only.isEmpty || only.contains { $0.matches(slug) })
  }
}
