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
  /// Calls of getMeetings.
  private(set) var getMeetings = Calls()
  /// Calls of getRecordings by the state that they asked for; one that asked for several is among each.
  private(set) var getRecordings: [RecordingState: Calls] = [:]
  /// Whether the latest getMeetings was answered well.
  var knowsMeetings: Bool { getMeetings.isKnown }
  /// Requests of the log that are accounted for.
  private var accounted = 0

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
        if isGood { see(world) }
      case .getRecordings:
        for state in exchange.recordingStates {
          getRecordings[state, default: Calls()].add(isGood: isGood, atMost: bound)
        }
      default: break
      }
    }
  }

  private mutating func see(_ world: World) {
    for meeting in world.meetings {
      let id = meeting.details.internalMeetingID
      if meeting.details.breakout == nil {
        meetings.insert(id)
      } else {
        breakoutRooms.insert(id)
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
  fileprivate var leavesAnAnswer: Bool {
    switch effect {
    case .latency, .dripped, .edit: true
    default: false
    }
  }

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
