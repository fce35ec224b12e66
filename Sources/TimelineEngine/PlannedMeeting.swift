import BBBAPI
import Determinism
import Scenarios

/// A meeting with every choice made but its people, who are worked out when it opens.
struct PlannedMeeting: Sendable {
  var key: MeetingKey
  var seed: MeetingSeed
  var opens: SimulatedInstant
  var ends: SimulatedInstant
  var people: [PeoplePlan]
  var breakouts: BreakoutPlan?
  /// Where the random choices about its people come from.
  var stream: StreamKey

  var lasts: Duration { opens.duration(to: ends) }

  /// The meeting with a fixed time at a position of the file.
  init(at index: Int, of scenario: Scenario, root: StreamKey) {
    let plan = scenario.meetings[index]
    self.init(
      plan: plan, key: MeetingKey(.plan(index)), opens: scenario.starts.advanced(by: plan.at),
      stream: plan.occurrence == 0
        ? root.child("meetings").child(plan.id) : root.child("meetings").child(plan.id).child(plan.occurrence)
    )
  }

  init(plan: MeetingPlan, key: MeetingKey, opens: SimulatedInstant, stream: StreamKey) {
    self.key = key
    self.opens = opens
    self.stream = stream
    ends = opens.advanced(by: plan.lasts)
    people = plan.people
    breakouts = plan.breakouts
    seed = MeetingSeed(plan: plan, opens: opens, stream: stream.child("details"))
  }
}

extension MeetingSeed {
  fileprivate init(plan: MeetingPlan, opens: SimulatedInstant, stream: StreamKey) {
    var random = stream.stream
    let createTime = opens.millisecondsSinceEpoch
    details = MeetingDetails(
      name: plan.name, meetingID: plan.id,
      internalMeetingID: MeetingIdentifiers.internalMeetingID(meetingID: plan.id, createTime: createTime),
      createTime: createTime, voiceBridge: String(10_000 + random.nextInteger(below: 89_999)),
      attendeePW: random.nextMixedCaseAlphanumerics(8), moderatorPW: random.nextMixedCaseAlphanumerics(8))
    details.isRecorded = plan.record
    details.metadata = Metadatum.origin(plan.origin) + plan.metadata
    details.breakout = plan.breakout.map { MeetingDetails.Breakout($0, opens: opens) }
    // The scenario says when a meeting ends; no timer of the server's may end it before.
    details.expireIfNoUserJoinedInMinutes = 0
    details.expireWhenLastUserLeftInMinutes = 0
    plan.options.apply(to: &details)
    recording = plan.record ? plan.recording ?? RecordingPlan() : nil
    startDelay = .milliseconds(10 + random.nextInteger(below: 40))
  }
}

extension MeetingDetails.Breakout {
  /// The parent's internal ID follows from its own ID and the moment of its creation.
  fileprivate init(_ place: BreakoutPlace, opens: SimulatedInstant) {
    let parentOpens = opens.advanced(by: .zero - place.opensAfterParent)
    let parent = MeetingIdentifiers.internalMeetingID(
      meetingID: place.parent, createTime: parentOpens.millisecondsSinceEpoch)
    self.init(parentMeetingID: parent, sequence: place.sequence, freeJoin: place.freeJoin)
  }
}

extension Metadatum {
  static func origin(_ origin: Origin?) -> [Metadatum] {
    let name = origin?.name.map { [Metadatum("bbb-origin", $0)] } ?? []
    let server = origin?.server.map { [Metadatum("bbb-origin-server-name", $0)] } ?? []
    return name + server
  }
}
