import TimelineEngine

extension Simulation {
  /// Everything about every meeting, breakout rooms among them (facts §2.7).
  func getMeetings() -> Answer { .meetings(world.meetings, revision: revisionsBefore + world.revision) }
}
