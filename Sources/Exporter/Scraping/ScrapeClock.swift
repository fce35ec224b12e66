import FoundationEssentials

/// The only time that a scrape knows: how long something took, waiting, and the time of day.
///
/// Durations are monotonic, so that a wall clock that steps back makes no negative latency; all of it is handed in, so that
/// tests decide.
public struct ScrapeClock: Sendable {
  /// The time since this value was made.
  public let elapsed: @Sendable () -> Duration
  /// Waits; throws when the task is cancelled.
  public let sleep: @Sendable (Duration) async throws -> Void
  /// The time of day in seconds since the epoch; may step either way.
  public let wall: @Sendable () -> Double

  /// Takes the time from a clock, and the time of day from the machine if nothing else is given.
  public init<Source: Clock>(
    _ clock: Source, wall: (@Sendable () -> Double)? = nil
  ) where Source.Duration == Duration {
    let start = clock.now
    elapsed = { start.duration(to: clock.now) }
    sleep = { try await clock.sleep(for: $0) }
    self.wall = wall ?? { Date().timeIntervalSince1970 }
  }

  /// The clock of the machine; one for the whole process, since memories that outlive a reload hold its times.
  public static let continuous = ScrapeClock(ContinuousClock())
}

extension Duration {
  /// The duration in seconds, as metrics have it.
  var inSeconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) + Double(attoseconds) / 1e18
  }
}
