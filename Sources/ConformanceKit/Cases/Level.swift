/// How much a case weighs, and how far a run goes.
///
/// A run at a level runs every case up to it: `recommended` runs the required and the recommended ones.
public enum Level: String, Sendable, CaseIterable, Comparable, Codable {
  /// The documented contract. A subject that breaks it does not conform.
  case required
  /// What a careful operator needs beyond the contract. Breaking it fails a run that asks for this level.
  case recommended
  /// Figures, such as those of behaviour under load. Being out of bounds is a warning, not a failure.
  case informative

  /// Whether a run at this level runs a case of `other`.
  public func includes(_ other: Level) -> Bool { other <= self }

  /// Orders from the least to the most demanding run: required, recommended, informative.
  public static func < (lhs: Level, rhs: Level) -> Bool { lhs.rank < rhs.rank }

  private var rank: Int {
    switch self {
    case .required: 0
    case .recommended: 1
    case .informative: 2
    }
  }
}
