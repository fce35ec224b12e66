import BBBAPI
import Determinism
import Scenarios
import TimelineEngine

/// How things stood a while ago: a timeline that follows the present one, for each age that anybody asked for.
struct Hindsight: Sendable {
  private var followers: [(age: Duration, timeline: Timeline)] = []
  /// Rules are few; who changes their ages all day does not fill the memory.
  private static let mostFollowers = 4

  /// The timeline as it stood `age` ago, and not before the day began.
  mutating func timeline(of present: Timeline, age: Duration) -> Timeline {
    let instant = present.world.instant.advanced(by: .zero - age)
    if let index = followers.firstIndex(where: {
      $0.age == age && $0.timeline.canFollow(present, to: instant)
    }) {
      followers[index].timeline.follow(present, to: instant)
      return followers[index].timeline
    }
    let past = present.asOf(instant)
    followers.removeAll { $0.age == age }
    followers = followers.suffix(Self.mostFollowers - 1) + [(age, past)]
    return past
  }
}

extension Timeline {
  /// Whether the present still goes on from this timeline; a reset or another scenario begins anew.
  fileprivate func canFollow(_ present: Timeline, to instant: SimulatedInstant) -> Bool {
    seed == present.seed && scenario.name == present.scenario.name
      && journal.count <= present.journal.count
      && world.instant <= max(instant, present.scenario.starts)
  }
}

extension APICall {
  /// Whether the call only tells how things stand.
  var onlyReads: Bool {
    switch self {
    case .index, .isMeetingRunning, .getMeetings, .getMeetingInfo, .getSessions, .getRecordings,
      .getRecordingTextTracks,
      .hooksList:
      true
    default: false
    }
  }
}
