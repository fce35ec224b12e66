public import BBBAPI
public import Determinism
public import Scenarios
public import SimulatorCore
public import TimelineEngine

/// A simulated BBB server with its clock: all that a connection needs, and all that a test wants to hold.
public struct SimulatedServer: Sendable {
  /// What answers.
  public let simulator: Simulator
  /// What time it is there.
  public let clock: ServerClock
  /// The secret that signs its calls.
  public let secret: SharedSecret
  /// When its day began.
  public var starts: SimulatedInstant { simulator.starts }
  /// The worlds that are kept by name.
  let snapshots = SnapshotShelf()
  /// What it sends to others.
  let callbacks = CallbackDesk()
  /// What it was made of.
  private let making: Making

  /// What makes a server.
  private struct Making {
    var seed: UInt64?
    var rate: Double
  }
  /// How often refused checksums are looked into, and who hears of it.
  public var consultation = ChecksumConsultation()
  /// Where journal and clock are kept, if anywhere.
  public internal(set) var stateFile: StateFile?

  /// Puts a scenario on a clock that begins `offset` into the day; what comes before has happened already.
  ///
  /// The rate is simulated seconds in a real one, 0 to stand still; throws when it is out of range.
  public init(
    scenario: Scenario, seed: UInt64? = nil, profile: Profile, secret: SharedSecret,
    startingAt offset: Duration = .zero,
    rate: Double = 0
  ) throws(ClockError) {
    self.secret = secret
    making = Making(seed: seed, rate: rate)
    simulator = Simulator(scenario: scenario, seed: seed, profile: profile, secret: secret)
    simulator.begin(after: offset)
    clock = try ServerClock(at: scenario.starts.advanced(by: offset), rate: rate)
  }

  /// Another server that plays the same scenario from where this one began: the same day, unless it gets a seed.
  public func twin(seed: UInt64? = nil, secret: SharedSecret? = nil) -> SimulatedServer {
    let scenario = simulator.timeline.scenario
    do {
      return try SimulatedServer(
        scenario: scenario, seed: seed ?? making.seed, profile: simulator.profile,
        secret: secret ?? self.secret,
        startingAt: starts.duration(to: simulator.beginning), rate: making.rate)
    } catch {
      // The rate is this server's own.
      preconditionFailure("a rate of \(making.rate) was in range before: \(error)")
    }
  }

  /// What stands in for an answer whose cause could not be written to the state file.
  private static let unkept = APIReply(
    status: 500, headers: [.init(name: "Content-Type", value: "text/plain")],
    body: Array("bbb-sim can't write its state file\n".utf8))

  init(simulator: Simulator, clock: ServerClock, secret: SharedSecret) {
    self.simulator = simulator
    self.clock = clock
    self.secret = secret
    making = Making(seed: simulator.timeline.seed, rate: clock.reading.rate)
  }

  /// How things stand there now.
  public var world: World { simulator.world(at: clock.now) }

  /// Lets simulated time pass at once, whether the clock runs or not.
  public func advance(by step: Duration) throws(ClockError) {
    try clock.change { clock, host throws(ClockError) in try clock.advance(by: step, host: host) }
  }

  /// Goes to a moment of the day; never backwards.
  public func jump(to offset: Duration) throws(ClockError) {
    let instant = starts.advanced(by: offset)
    try clock.change { clock, host throws(ClockError) in try clock.jump(to: instant, host: host) }
  }

  func decide(_ request: APIRequest) -> PendingReply {
    let pending = simulator.decide(request, at: clock.now, diagnosing: consultation.mayBegin())
    if let diagnosis = pending.diagnosis { consultation.report(diagnosis) }
    return hasKept(pending) ? pending : PendingReply(Self.unkept)
  }
}

extension SimulatedServer {
  /// The seed for a server of a fleet with this root: another day for every name, the same one for the same name.
  public func seed(of name: ServerName) -> UInt64 {
    var random = StreamKey(seed: simulator.timeline.seed).child("servers").child(name.text).stream
    return random.nextBits()
  }
}
