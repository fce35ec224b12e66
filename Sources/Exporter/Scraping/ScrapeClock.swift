/// The only time that a scrape knows: how long something took, and waiting.
///
/// Monotonic, so that a wall clock that steps back makes no negative latency; handed in, so that tests decide.
public struct ScrapeClock: Sendable {
  /// The time since this value was made.
  public let elapsed: @Sendable () -> Duration
  /// Waits; throws when the task is cancelled.
  public let sleep: @Sendable (Duration) async throws -> Void

  /// Takes the time from a clock.
  public init<Source: Clock>(_ clock: Source) where Source.Duration == Duration {
    let start = clock.now
    elapsed = { start.duration(to: clock.now) }
    sleep = { try await clock.sleep(for: $0) }
  }

  /// The clock of the machine.
  public static var continuous: ScrapeClock { ScrapeClock(ContinuousClock()) }
}

extension Duration {
  /// The duration in seconds, as metrics have it.
  var inSeconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) + Double(attoseconds) / 1e18
  }
}
