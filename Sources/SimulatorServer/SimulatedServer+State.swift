public import BBBAPI
import Determinism
public import Scenarios
import SimulatorCore
import TimelineEngine

extension SimulatedServer {
  /// Brings back the server whose state a file holds, or begins a new one that keeps its state there.
  ///
  /// In a file that was written before, world and clock go on from where they stood, and `offset` and `rate` count for
  /// nothing. Throws ``StateFileError``, or ``ClockError`` for a rate out of range.
  public init(
    keptIn file: StateFile, scenario: Scenario, seed: UInt64? = nil, profile: Profile, secret: SharedSecret,
    startingAt offset: Duration = .zero, rate: Double = 0
  ) throws {
    guard let saved = try file.clock() else {
      try self.init(
        scenario: scenario, seed: seed, profile: profile, secret: secret, startingAt: offset, rate: rate)
      stateFile = file
      try keepState()
      return
    }
    let journal = try file.journal()
    let snapshot = Snapshot(
      scenario: scenario.name, seed: seed ?? scenario.seed,
      instant: SimulatedInstant(millisecondsSinceEpoch: saved.millisecondsSinceEpoch), journal: journal)
    let simulator = try Simulator(restoring: snapshot, of: scenario, profile: profile, secret: secret)
    self.init(simulator: simulator, clock: try saved.clock(), secret: secret)
    simulator.begin(after: offset)
    stateFile = file
  }

  /// The same for a server that was made otherwise: what is in the file counts, and else how `fresh` begins.
  init(keptIn file: StateFile, like fresh: SimulatedServer) throws {
    let timeline = fresh.simulator.timeline
    try self.init(
      keptIn: file, scenario: timeline.scenario, seed: timeline.seed, profile: fresh.simulator.profile,
      secret: fresh.secret, startingAt: fresh.starts.duration(to: fresh.simulator.beginning),
      rate: fresh.clock.reading.rate)
    consultation = fresh.consultation
  }

  /// Writes what happened since the last time, if there is a state file; to be called before a change is acknowledged.
  public func keepState() throws {
    guard let stateFile else { return }
    // The number is read before the journal: a restart in between is then written again, never taken for written.
    let restarts = simulator.restarts
    try stateFile.keep(simulator.journal(from:), after: restarts, clock: SavedClock(clock.reading))
  }

  /// Whether everything that an answer knows of is in the state file.
  func hasKept(_ reply: PendingReply) -> Bool {
    guard let stateFile, !stateFile.holds(reply.journalLength, after: simulator.restarts) else { return true }
    do {
      try keepState()
      return true
    } catch {
      return false
    }
  }

}

extension ServerFleet {
  /// Writes once a second how the clocks stand, so that they come back near to where they were; ends when cancelled.
  public func keepClocks() async {
    guard root.stateFile != nil else { return }
    while !Task.isCancelled {
      for server in [root] + members.map(\.server) {
        // A write that fails is tried again with the next change, and that one is not acknowledged before.
        try? server.keepState()
      }
      // Cancelled while asleep, which the loop then sees.
      try? await Task.sleep(for: .seconds(1))
    }
  }
}
