/// A number that a case has measured.
public struct Figure: Sendable, Equatable {
  /// What it is called in tables, such as `amplification`; the same in every run, so that runs can be compared.
  public var name: String
  /// The number, in ``unit``; finite.
  public var value: Double
  /// The unit, such as `calls a scrape`, `s` or `MB`; empty for a ratio.
  public var unit: String
  /// What the case holds it to; nil when it is only told.
  public var limit: Limit?

  /// What a number has to keep to.
  public enum Limit: Sendable, Equatable {
    /// No more than this.
    case atMost(Double)
    /// No less than this.
    case atLeast(Double)
  }

  /// Makes a figure.
  public init(_ name: String, _ value: Double, unit: String = "", limit: Limit? = nil) {
    self.name = name
    self.value = value
    self.unit = unit
    self.limit = limit
  }

  /// Whether the number keeps its limit; without one it does.
  public var isKept: Bool {
    switch limit {
    case .atMost(let most): value <= most
    case .atLeast(let least): value >= least
    case nil: true
    }
  }
}
