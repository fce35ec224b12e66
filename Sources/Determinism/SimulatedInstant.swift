/// A point on the simulated clock, in whole milliseconds since the Unix epoch.
///
/// Milliseconds are the resolution of every timestamp that BigBlueButton prints (facts §0).
public struct SimulatedInstant: Sendable, Hashable, Codable {
  /// Milliseconds since 1970-01-01T00:00:00Z; negative before it.
  public var millisecondsSinceEpoch: Int64

  /// Makes the instant that lies the given number of milliseconds after the Unix epoch.
  public init(millisecondsSinceEpoch: Int64) {
    self.millisecondsSinceEpoch = millisecondsSinceEpoch
  }
}

extension SimulatedInstant: InstantProtocol {
  /// The instant that lies `duration` later; what is finer than a millisecond is dropped.
  public func advanced(by duration: Duration) -> SimulatedInstant {
    SimulatedInstant(millisecondsSinceEpoch: millisecondsSinceEpoch + duration.milliseconds)
  }

  /// How long it is from here to `other`.
  public func duration(to other: SimulatedInstant) -> Duration {
    .milliseconds(other.millisecondsSinceEpoch - millisecondsSinceEpoch)
  }

  /// Whether `lhs` comes before `rhs`.
  public static func < (lhs: SimulatedInstant, rhs: SimulatedInstant) -> Bool {
    lhs.millisecondsSinceEpoch < rhs.millisecondsSinceEpoch
  }
}

extension Duration {
  /// The whole milliseconds in this duration, rounded towards zero.
  public var milliseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds * 1000 + attoseconds / 1_000_000_000_000_000
  }

  /// The duration in seconds, as a floating-point number.
  public var inSeconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) + Double(attoseconds) * 1e-18
  }
}
