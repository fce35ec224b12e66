import BBBAPI
import Determinism
import Scenarios

@testable import TimelineEngine

/// A day of one meeting, played by hand: short words for what the tables of these tests need.
struct Day {
  var scenario = Scenario(
    name: "by-hand", seed: 1, starts: SimulatedInstant(millisecondsSinceEpoch: 1_772_438_400_000))

  /// A meeting `m` from the start of the day, with named people who come at the start.
  init(
    lasts: Duration = .seconds(3600), people: [PeoplePlan] = [],
    _ change: (inout MeetingPlan) -> Void = { _ in }
  ) {
    var plan = MeetingPlan(id: "m", name: "M", at: .zero, lasts: lasts)
    plan.people = people
    change(&plan)
    scenario.meetings = [plan]
  }

  /// The day without any meeting.
  static var empty: Day {
    var day = Day()
    day.scenario.meetings = []
    return day
  }

  func instant(_ offset: Duration) -> SimulatedInstant { scenario.starts.advanced(by: offset) }

  func timeline(to offset: Duration) -> Timeline {
    var timeline = Timeline(scenario: scenario)
    timeline.advance(to: instant(offset))
    return timeline
  }

  func world(at offset: Duration) -> World { timeline(to: offset).world }

  /// The meeting `m`, if it is there.
  func meeting(at offset: Duration) -> Meeting? {
    world(at: offset).meetings.first { $0.details.meetingID == "m" }
  }
}

extension Duration {
  static func minutes(_ count: Double) -> Duration { .milliseconds(Int64(count * 60_000)) }
}

extension PeoplePlan {
  /// A person with a name.
  static func person(
    _ name: String, _ role: Role = .viewer, joins: Duration = .zero, leaves: Duration? = nil,
    listening: Double = 0,
    microphone: Double = 0, streams: Int = 0
  ) -> PeoplePlan {
    PeoplePlan(
      name: name,
      crowd: Crowd(
        name: name, role: role, listening: listening, microphone: microphone, camera: streams > 0 ? 1 : 0),
      cameraStreams: max(1, streams), joins: .at(joins), leaves: leaves.map { .at($0) })
  }
}

extension Meeting {
  /// Who is online, in order.
  var names: [String] { attendees.filter(\.isOnline).map(\.fullName) }

  var presenter: String? { attendees.first(where: \.isPresenter)?.fullName }
}

extension MeetingDetails {
  /// What `create` settles for a meeting `api`.
  static func made(at instant: SimulatedInstant, _ change: (inout MeetingDetails) -> Void = { _ in })
    -> MeetingDetails
  {
    var details = MeetingDetails(
      name: "API", meetingID: "api", internalMeetingID: "api-internal",
      createTime: instant.millisecondsSinceEpoch,
      voiceBridge: "70000", attendeePW: "ap", moderatorPW: "mp")
    change(&details)
    return details
  }
}
