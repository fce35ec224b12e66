import BBBAPI
import Scenarios
import SimulatorCore
import TimelineEngine

/// What the server was asked since the exporter began, and what the exporter has learnt by it.
///
/// The server's request log is the truth, not the scrapes: 0.7.1 asks at its start too.
struct CallHistory: Sendable {
  /// What a scrape has learnt of the recordings.
  enum Knowledge: Sendable, Equatable {
    case known
    case partlyKnown
    case unknown
  }

  /// Internal IDs of the meetings, breakout rooms left out, that any answer has shown.
  private(set) var meetings: Set<String> = []
  /// Internal IDs of the breakout rooms that any answer has shown.
  private(set) var breakoutRooms: Set<String> = []
  private(set) var getMeetingsCalls = 0
  private(set) var getRecordingsCalls = 0
  /// Whether the latest getMeetings was answered well.
  private(set) var knowsMeetings = false
  /// What the latest calls of getRecordings have told.
  private(set) var recordings = Knowledge.unknown

  /// Requests of the log that are accounted for.
  private var accounted = 0

  /// Takes in what the log has new.
  ///
  /// Called before anything changes in the world or in the faults, so that `world` and `faults` are those
  /// that the new requests have met.
  mutating func account(for exchanges: [Exchange], world: World, faults: [FaultRule]) {
    let new = exchanges.drop { $0.sequence < accounted }
    accounted = (exchanges.last?.sequence).map { $0 + 1 } ?? accounted
    for exchange in new where exchange.call == .getMeetings {
      getMeetingsCalls += 1
      knowsMeetings = exchange.isGood(faults)
      if knowsMeetings { see(world) }
    }
    let asked = new.filter { $0.call == .getRecordings }
    getRecordingsCalls += asked.count
    if !asked.isEmpty { recordings = Knowledge(good: asked.count { $0.isGood(faults) }, of: asked.count) }
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

extension CallHistory.Knowledge {
  fileprivate init(good: Int, of all: Int) {
    self = good == all ? .known : good == 0 ? .unknown : .partlyKnown
  }
}

extension Exchange {
  /// Whether the answer was what the server had to say; late is good, as long as somebody waited.
  func isGood(_ faults: [FaultRule]) -> Bool {
    guard messageKey == nil else { return false }
    return !isFaulty || faults.allSatisfy(\.onlyDelays)
  }
}

extension FaultRule {
  fileprivate var onlyDelays: Bool {
    switch effect {
    case .latency, .dripped: true
    default: false
    }
  }
}
