import BBBAPI
import Determinism
import Scenarios
import SimulatorCore
import TimelineEngine

/// What the server was asked since the exporter began, and what the exporter has learnt by it.
///
/// The server's request log is the truth, not the scrapes: 0.7.1 asks at its start too.
struct CallHistory: Sendable {
  /// The calls of one endpoint with one set of parameters.
  struct Calls: Sendable, Equatable {
    /// How long each may have taken at most, in seconds; infinite where nobody knows.
    private(set) var bounds: [Double] = []
    /// Whether the latest was answered well.
    private(set) var isKnown = false

    var count: Int { bounds.count }

    mutating func add(isGood: Bool, atMost bound: Double) {
      bounds.append(bound)
      isKnown = isGood
    }
  }

  /// Internal IDs of the meetings, breakout rooms left out, that any answer has shown.
  private(set) var meetings: Set<String> = []
  /// Internal IDs of the breakout rooms that any answer has shown.
  private(set) var breakoutRooms: Set<String> = []
  /// Internal IDs of meetings that an answer has shown without a word about whether they are breakout rooms.
  private(set) var undecided: Set<String> = []
  /// What became of the latest good answer of getMeetings on its way.
  private(set) var edits: [DocumentEdit] = []
  /// Calls of getMeetings.
  private(set) var getMeetings = Calls()
  /// Calls of getRecordings by the state that they asked for; one that asked for several is among each.
  private(set) var getRecordings: [RecordingState: Calls] = [:]
  /// Whether the latest getMeetings was answered well.
  var knowsMeetings: Bool { getMeetings.isKnown }
  /// Requests of the log that are accounted for.
  private var accounted = 0
  /// When the day began, from which the times of faults are counted.
  private let starts: SimulatedInstant

  /// Knows nothing yet.
  init(of starts: SimulatedInstant = Scenario.usualStart) {
    self.starts = starts
  }

  /// What a call leaves behind for a state that it was not asked for.
  static let states: [RecordingState] = [.processing, .published, .unpublished, .deleted]

  /// Calls of getRecordings for a state.
  func calls(for state: RecordingState) -> Calls { getRecordings[state] ?? Calls() }

  /// Takes in what the log has new; none of the new calls took longer than `longest`, but for those that a fault held.
  ///
  /// Called before anything changes in the world or in the faults, so that `world` and `faults` are those
  /// that the new requests have met.
  mutating func account(
    for exchanges: [Exchange], world: World, faults: [FaultRule], longest: Duration = .seconds(86_400)
  ) {
    let new = exchanges.drop { $0.sequence < accounted }
    accounted = (exchanges.last?.sequence).map { $0 + 1 } ?? accounted
    for exchange in new {
      let isGood = exchange.isGood(faults)
      let bound = exchange.isHeld(longerThan: longest, faults) ? .infinity : longest.seconds
      switch exchange.call {
      case .getMeetings:
        getMeetings.add(isGood: isGood, atMost: bound)
        if isGood { see(world, edited: exchange.edits(faults, since: starts)) }
      case .getRecordings:
        for state in exchange.recordingStates {
          getRecordings[state, default: Calls()].add(isGood: isGood, atMost: bound)
        }
      default: break
      }
    }
  }

  private mutating func see(_ world: World, edited edits: [DocumentEdit]) {
    self.edits = edits
    for meeting in [ListedMeeting](world.meetings, edited: edits) {
      guard let id = meeting.internalMeetingID else { continue }
      switch meeting.isBreakout {
      case false?: meetings.insert(id)
      case true?: breakoutRooms.insert(id)
      case nil: undecided.insert(id)
      }
    }
  }
}

extension Exchange {
  /// Whether the answer told what the server had to say; late is good, as long as somebody waited, and what an edit
  /// has left is still an answer.
  func isGood(_ faults: [FaultRule]) -> Bool {
    guard messageKey == nil else { return false }
    return !isFaulty || faults.filter { $0.effect.name == fault }.allSatisfy(\.leavesAnAnswer)
  }

  /// What was done to the document of a good answer.
  fileprivate func edits(_ faults: [FaultRule], since starts: SimulatedInstant) -> [DocumentEdit] {
    let offset = starts.duration(to: instant)
    // Of several rules that strike a call at one time the first counts.
    guard let call, fault == "edit" else { return [] }
    return faults.lazy.filter { $0.calls.isEmpty || $0.calls.contains(call) }.compactMap { rule in
      if case .edit(let edits) = rule.effect, rule.isInForce(at: offset) { edits } else { nil }
    }.first ?? []
  }

  /// Whether the caller may still wait after so long.
  fileprivate func isHeld(longerThan limit: Duration, _ faults: [FaultRule]) -> Bool {
    isFaulty && !faults.allSatisfy { $0.lets(go: limit) }
  }

  /// The states that getRecordings was asked for; without a word it tells of those that can be watched.
  fileprivate var recordingStates: [RecordingState] {
    guard let state, state != "any" else {
      return state == nil ? [.published, .unpublished] : CallHistory.states
    }
    return state.split(separator: ",").compactMap { RecordingState(rawValue: String($0)) }
  }
}

extension FaultRule {
  /// Whether its time has come and not yet gone.
  func isInForce(at offset: Duration) -> Bool { offset >= from ?? .zero && to.map { offset < $0 } ?? true }

  /// Whether a call that it befalls is answered, be it late or with less.
  var leavesAnAnswer: Bool {
    switch effect {
    case .latency, .dripped, .edit: true
    default: false
    }
  }

  /// Whether a call that it befalls has no answer, or none that can be read.
  var isOutage: Bool { !leavesAnAnswer }

  /// Whether a call that it befalls is over within `limit`.
  fileprivate func lets(go limit: Duration) -> Bool {
    switch effect {
    case .latency(let distribution): distribution.longest <= limit.seconds
    case .hang, .dripped, .slowHead, .endless: false
    default: true
    }
  }
}

extension DurationDistribution {
  /// The longest that it draws, in seconds; infinite for one that varies, of which nobody need know.
  fileprivate var longest: Double {
    if case .constant(let longest) = seconds { longest } else { .infinity }
  }
}

extension Duration {
  /// The length in seconds.
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
