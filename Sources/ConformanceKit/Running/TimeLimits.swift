/// How long a check may take.
public struct TimeLimits: Sendable, Equatable {
  /// The time for a check that names no limit of its own.
  public var perCheck: Duration
  /// The time that a check is given to clean up after it was told to stop, before it is left behind.
  public var grace: Duration

  /// Makes limits.
  public init(perCheck: Duration = .seconds(60), grace: Duration = .seconds(10)) {
    self.perCheck = perCheck
    self.grace = grace
  }
}
