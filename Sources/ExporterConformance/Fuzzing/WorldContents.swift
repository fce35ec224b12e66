import BBBAPI
import Determinism
import Scenarios
import TimelineEngine

/// What the worlds of a run held, so that a reader knows that they were not all empty.
public struct WorldContents: Sendable, Equatable {
  /// How many worlds.
  public private(set) var worlds = 0
  /// How many worlds were of each version of BBB.
  public private(set) var profiles: [String: Int] = [:]
  /// In how many worlds each feature occurs.
  public private(set) var features: [WorldFeature: Int] = [:]
  /// At how many instants the exporter is asked.
  public private(set) var instants = 0
  /// At how many of them getMeetings fails.
  public private(set) var instantsDown = 0
  /// At how many of them a meeting runs.
  public private(set) var instantsWithMeetings = 0
  /// Meetings running at the instants, breakout rooms included, added up.
  public private(set) var meetings = 0
  /// People in them, added up.
  public private(set) var people = 0
  /// The most people at one instant.
  public private(set) var mostPeople = 0
  /// Recordings on the shelf at the instants, added up.
  public private(set) var recordings = 0

  /// Looks through worlds; each day is played once, without a server.
  public init(of worlds: some Sequence<FuzzedWorld>) {
    for world in worlds { add(world.conformanceCase) }
  }

  private mutating func add(_ one: ConformanceCase) {
    worlds += 1
    profiles[one.scenario.server.profile, default: 0] += 1
    for feature in WorldFeature.allCases where feature.isHeld(by: one) { features[feature, default: 0] += 1 }
    var timeline = Timeline(scenario: one.scenario)
    var faults = one.scenario.faults
    for step in one.steps {
      faults = step.faults ?? faults
      let at = step.at ?? .zero
      timeline.advance(to: one.scenario.starts.advanced(by: at))
      add(timeline.world, isDown: faults.contains { $0.isOutage && $0.strikes(.getMeetings, at: at) })
    }
  }

  private mutating func add(_ world: World, isDown: Bool) {
    instants += 1
    instantsDown += isDown ? 1 : 0
    instantsWithMeetings += world.meetings.isEmpty ? 0 : 1
    meetings += world.meetings.count
    people += world.participantCount
    mostPeople = max(mostPeople, world.participantCount)
    recordings += world.recordings.count
  }

  /// The features of which no world has anything.
  public var lacking: [WorldFeature] { WorldFeature.allCases.filter { features[$0] == nil } }
}

extension FaultRule {
  fileprivate func strikes(_ call: APICall, at offset: Duration) -> Bool {
    (calls.isEmpty || calls.contains(call)) && isInForce(at: offset)
  }
}

extension WorldContents: CustomStringConvertible {
  /// Some lines for a person.
  public var description: String {
    let versions = profiles.sorted { $0.key < $1.key }.map { "\($0.value) of \($0.key)" }.joined(
      separator: ", ")
    let held = WorldFeature.allCases.map { "\($0.rawValue) \(features[$0] ?? 0)" }
    let share = instants == 0 ? 0 : instantsDown * 100 / instants
    return """
      worlds      \(worlds): \(versions)
      instants    \(instants); meetings run at \(instantsWithMeetings), the API is down at \(instantsDown) (\(share)%)
      seen there  \(meetings) meetings, \(people) people (at most \(mostPeople) at once), \(recordings) recordings
      worlds with \(Self.lines(held).joined(separator: "\n            "))
      """
  }

  /// The entries with commas between them, in lines of about a hundred characters.
  private static func lines(_ entries: [String]) -> [String] {
    entries.reduce(into: [String]()) { lines, entry in
      if let last = lines.last, last.count + entry.count < 96 {
        lines[lines.count - 1] = last + ", " + entry
      } else {
        lines.append(entry)
      }
    }
  }
}
