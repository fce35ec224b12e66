public import BBBAPI
public import Determinism
public import Scenarios
import Synchronization
public import TimelineEngine

/// One simulated server: requests and instants in, replies out.
///
/// Safe to call from any thread. What is decided is decided under a lock; what is written is written outside.
public final class Simulator: Sendable {
  let simulation: Mutex<Simulation>
  private let renderer: Renderer
  private let doctor: ChecksumDoctor
  /// Rings when a call has changed the world.
  public let calls = Bell()

  /// Begins the scenario's day; the profile and secret given here stand, whatever the scenario says.
  public init(scenario: Scenario, seed: UInt64? = nil, profile: Profile, secret: SharedSecret) {
    simulation = Mutex(Simulation(scenario: scenario, seed: seed, profile: profile, secret: secret))
    renderer = Renderer(profile: profile)
    doctor = ChecksumDoctor(ChecksumVerifier(secret: secret, profile: profile))
  }

  /// Comes back to where a snapshot was taken; throws when it is another scenario's.
  public convenience init(
    restoring snapshot: Snapshot, of scenario: Scenario, profile: Profile, secret: SharedSecret
  ) throws(SnapshotError) {
    self.init(scenario: scenario, seed: snapshot.seed, profile: profile, secret: secret)
    let timeline = try Timeline(restoring: snapshot, of: scenario)
    simulation.withLock { simulation in
      simulation.timeline = timeline
      simulation.allowWhatIsSet()
    }
  }

  /// Answers a request at an instant; an instant before the world's counts as the world's.
  ///
  /// The clock is asked when the request's turn has come, so that a server that is set back meanwhile stays there.
  public func respond(to request: APIRequest, at instant: @autoclosure () -> SimulatedInstant) -> APIReply {
    decide(request, at: instant()).reply
  }

  /// Decides the answer of a request at an instant, and leaves the bytes for when they are sent.
  ///
  /// A refused checksum is looked into when the caller has the time; the answer is the same either way.
  public func decide(
    _ request: APIRequest, at instant: @autoclosure () -> SimulatedInstant,
    diagnosing isDiagnosing: Bool = true
  ) -> PendingReply {
    let decided = simulation.withLock { simulation in
      let (exchange, commands) = (simulation.log.count, simulation.timeline.journal.count)
      let (decision, answer) = simulation.handle(request, at: instant())
      let journalLength = simulation.timeline.journal.count
      return Decided(
        decision: decision, answer: answer, instant: simulation.world.instant, exchange: exchange,
        journalLength: journalLength,
        isChange: journalLength > commands)
    }
    if decided.isChange { calls.ring() }
    var pending = PendingReply(
      request, decided.decision, decided.answer, at: decided.instant, renderer)
    pending.journalLength = decided.journalLength
    if isDiagnosing { pending.diagnosis = diagnosis(of: request, decided) }
    return pending
  }

  /// What comes out of the lock for one request.
  private struct Decided {
    let decision: FaultDecision
    let answer: Answer
    let instant: SimulatedInstant
    let exchange: Int
    let journalLength: Int
    let isChange: Bool
  }

  private func diagnosis(of request: APIRequest, _ decided: Decided) -> ChecksumDiagnosis? {
    guard decided.answer.messageKey == APIFailure.checksumMismatch.messageKey,
      let diagnosis = doctor.diagnosis(of: request)
    else { return nil }
    simulation.withLock { $0.log.note(diagnosis, of: decided.exchange) }
    return diagnosis
  }

  /// How things stand at an instant; one in the past counts as the present.
  public func world(at instant: @autoclosure () -> SimulatedInstant) -> World {
    simulation.withLock { simulation in
      simulation.timeline.advance(to: instant())
      return simulation.world
    }
  }

  /// How things stood at an earlier instant; the day is gone through again for it.
  public func world(asOf instant: SimulatedInstant) -> World {
    timeline.asOf(instant).world
  }

  /// The commands from a position on; none when there are not as many.
  public func journal(from position: Int) -> [JournalEntry] {
    simulation.withLock { Array($0.timeline.journal.dropFirst(position)) }
  }

  /// The day and its journal, as a copy.
  public var timeline: Timeline { simulation.withLock { $0.timeline } }

  /// The latest ten thousand requests, oldest first.
  public var exchanges: [Exchange] { simulation.withLock { $0.log.exchanges } }

  /// The version of BBB that it is like.
  public var profile: Profile { simulation.withLock { $0.profile } }

  /// How many requests were answered so far.
  public var requestCount: Int { simulation.withLock { $0.log.count } }

  /// Puts other fault rules in force, their counts at zero.
  public func setFaults(_ rules: [FaultRule]) {
    simulation.withLock { simulation in
      simulation.faults = FaultDesk(
        rules: rules, starts: simulation.timeline.scenario.starts, seed: simulation.timeline.seed)
    }
  }
}
