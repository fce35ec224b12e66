import FoundationEssentials

/// The only time that a scrape knows: how long something took, waiting, and the time of day.
///
/// Durations are monotonic, so that a wall clock that steps back makes no negative latency; all of it is handed in, so that
/// tests decide.
struct ScrapeClock: Sendable {
  /// The time since this value was made.
  let elapsed: @Sendable () -> Duration
  /// Waits; throws when the task is cancelled.
  let sleep: @Sendable (Duration) async throws -> Void
  /// The time of day in seconds since the epoch; may step either way.
  let wall: @Sendable () -> Double

  /// Takes the time from a clock, and the time of day from the machine if nothing else is given.
  init<Source: Clock>(
    _ clock: Source, wall: (@Sendable () -> Double)? = nil
  ) where Source.Duration == Duration {
    let start = clock.now
    elapsed = { start.duration(to: clock.now) }
    sleep = { try await clock.sleep(for: $0) }
    self.wall = wall ?? { Date().timeIntervalSince1970 }
  }

  /// The clock of the machine; one for the whole process, since memories that outlive a reload hold its times.
  static let continuous = ScrapeClock(ContinuousClock())
}

extension ScrapeClock {
  /// The time of day as a date, to be compared with other people's; never for how long something took.
  var date: Date { Date(timeIntervalSince1970: wall()) }

  /// The value of a step that has to end soon after its task is cancelled; nil when the time is up first.
  func value<Value: Sendable>(
    within time: Duration, of step: @escaping @Sendable () async -> Value?
  ) async -> Value? {
    await withTaskGroup(of: Value?.self) { group in
      group.addTask { await step() }
      group.addTask {
        // Throws only when the step has ended first: nobody looks at this nil then.
        try? await sleep(time)
        return nil
      }
      defer { group.cancelAll() }
      return await group.next() ?? nil
    }
  }
}
