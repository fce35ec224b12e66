public import BBBAPI
public import Determinism
import Synchronization
import TimelineEngine

extension Simulation {
  /// Recordings that can be seen and of which Moodle was not told, since the world was last cleared.
  fileprivate var unannouncedRecordings: [Recording] {
    var announced: Set<String> = []
    for entry in timeline.journal {
      switch entry.command {
      case .announceRecordings(let recordIDs): announced.formUnion(recordIDs)
      case .clear: announced = []
      default: break
      }
    }
    return world.recordings.filter {
      [.published, .unpublished].contains($0.state) && !announced.contains($0.recordID)
    }
  }

  /// Notes which recordings were told of, and shows them.
  mutating func announceRecordings(_ recordIDs: [String]) -> BackofficeAnswer {
    if !recordIDs.isEmpty { timeline.perform(.announceRecordings(recordIDs: recordIDs)) }
    let told = world.recordings.filter { recordIDs.contains($0.recordID) }
    return .success(("recordings", .list(of: "recording", told.map(\.backofficeInfo))))
  }
}

/// The data of an analytics callback that a test asks for, and where it goes.
public struct EngagementNotice: Sendable {
  /// The meeting's `meta_analytics-callback-url`; empty without one.
  public let url: String
  /// What people did in the meeting.
  public let data: BackofficeValue
}

extension Simulator {
  /// Recordings that can be seen and of which the backoffice has told nobody yet.
  public func unannouncedRecordings(at instant: SimulatedInstant) -> [Recording] {
    simulation.withLock { simulation in
      simulation.timeline.advance(to: instant)
      return simulation.unannouncedRecordings
    }
  }

  /// Notes that somebody was told of these recordings.
  public func announceRecordings(_ recordIDs: [String], at instant: SimulatedInstant) -> BackofficeAnswer {
    let answer = simulation.withLock { simulation in
      simulation.timeline.advance(to: instant)
      return simulation.announceRecordings(recordIDs)
    }
    calls.ring()
    return answer
  }

  /// What the analytics callback of the named meeting tells; nil when there is no such meeting.
  public func engagementNotice(_ parameters: QueryParameters, at instant: SimulatedInstant)
    -> EngagementNotice?
  {
    simulation.withLock { simulation in
      simulation.timeline.advance(to: instant)
      guard let meeting = simulation.mockMeeting(parameters) else { return nil }
      let url = meeting.details.metadata.first { $0.key == "analytics-callback-url" }?.value
      return EngagementNotice(url: url ?? "", data: simulation.engagement(in: meeting))
    }
  }
}
