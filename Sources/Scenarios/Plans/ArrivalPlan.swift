public import Determinism

/// Meetings that come by chance, one after another.
public struct ArrivalPlan: Sendable, Equatable {
  /// The time from one meeting's start to the next.
  public var every: DurationDistribution
  /// How busy each moment of the week is; nil for always the same. ``every`` holds at the busiest.
  public var curve: WeeklyCurve?
  /// How long each lasts.
  public var lasts: DurationDistribution
  /// How many people come to each; rounded, at least 1.
  public var people: NumberDistribution
  /// What they are like.
  public var crowd: Crowd
  /// The share of meetings that are recorded, from 0 to 1.
  public var record: Double
  /// Where these meetings were made.
  public var origin: Origin?

  /// Describes a stream of meetings.
  public init(
    every: DurationDistribution, lasts: DurationDistribution, people: NumberDistribution, crowd: Crowd,
    record: Double = 0, origin: Origin? = nil
  ) {
    self.every = every
    self.lasts = lasts
    self.people = people
    self.crowd = crowd
    self.record = record
    self.origin = origin
  }
}

/// A random number of a given shape.
public struct NumberDistribution: Sendable, Equatable {
  /// The shape, in the unit of what it counts.
  public var shape: Distribution

  /// Wraps a shape.
  public init(_ shape: Distribution) { self.shape = shape }
}

/// A random duration of a given shape.
public struct DurationDistribution: Sendable, Equatable {
  /// The shape, in seconds.
  public var seconds: Distribution

  /// Wraps a shape whose unit is the second.
  public init(seconds: Distribution) { self.seconds = seconds }
}
