import TimelineEngine

extension Simulation {
  /// Everybody who has a session, the oldest meeting's first (facts §2.9).
  func getSessions() -> Answer { .sessions(world.sessionHolders) }
}
