public import Determinism
public import Scenarios

/// All that a stopped simulator needs to come back to the same world: three values and the scenario's file.
public struct Snapshot: Sendable, Equatable, Codable {
  /// The scenario's name, to tell a wrong file from the right one.
  public let scenario: String
  /// The seed in force.
  public let seed: UInt64
  /// Where the clock stood.
  public let instant: SimulatedInstant
  /// Every command up to then.
  public let journal: [JournalEntry]

  /// Puts together what was kept elsewhere.
  public init(scenario: String, seed: UInt64, instant: SimulatedInstant, journal: [JournalEntry]) {
    self.scenario = scenario
    self.seed = seed
    self.instant = instant
    self.journal = journal
  }
}

/// Why a snapshot can't be brought back.
public enum SnapshotError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The snapshot was taken of another scenario.
  case otherScenario(expected: String, given: String)

  /// One line for the user.
  public var description: String {
    switch self {
    case .otherScenario(let expected, let given):
      "the snapshot was taken of scenario '\(expected)', not of '\(given)'; start with --scenario \(expected)"
    }
  }
}

extension Timeline {
  /// What brings this timeline back.
  public var snapshot: Snapshot {
    Snapshot(scenario: scenario.name, seed: seed, instant: world.instant, journal: journal)
  }

  /// Goes through the scenario and the journal again, up to where the snapshot was taken.
  public init(restoring snapshot: Snapshot, of scenario: Scenario) throws(SnapshotError) {
    guard snapshot.scenario == scenario.name else {
      throw .otherScenario(expected: snapshot.scenario, given: scenario.name)
    }
    self.init(scenario: scenario, seed: snapshot.seed)
    replay(snapshot.journal, to: snapshot.instant)
  }

  /// The same day as it stood at an earlier instant, with the commands up to then.
  public func asOf(_ instant: SimulatedInstant) -> Timeline {
    var past = Timeline(scenario: scenario, seed: seed)
    past.replay(journal.filter { $0.instant <= instant }, to: instant)
    return past
  }

  /// Follows another timeline of the same day at a distance: its events and commands up to and including `instant`.
  ///
  /// Costs what has happened since the last time; the leader's journal must go on from this one's.
  public mutating func follow(_ leader: Timeline, to instant: SimulatedInstant) {
    replay(leader.journal.dropFirst(journal.count).prefix { $0.instant <= instant }, to: instant)
  }

  private mutating func replay(_ journal: some Sequence<JournalEntry>, to instant: SimulatedInstant) {
    for entry in journal {
      advance(to: entry.instant)
      perform(entry.command)
    }
    advance(to: instant)
  }
}
