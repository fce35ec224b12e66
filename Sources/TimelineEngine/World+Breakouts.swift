import BBBAPI
import Determinism
import Scenarios

extension World {
  /// Opens the rooms and deals their visitors out among them, one after another, in the order in which they joined.
  mutating func openBreakouts(of key: MeetingKey, _ plan: BreakoutPlan) {
    guard let parent = slotByKey[key] else { return }
    for room in 1...plan.rooms {
      let seed = MeetingSeed(breakout: room, of: slots[parent].meeting.details, plan, at: instant)
      create(key.breakout(room), seed)
    }
    dealOut(key, parent, plan)
    timers.schedule(.breakoutsClosed(key), at: instant.advanced(by: plan.lasts))
  }

  private mutating func dealOut(_ key: MeetingKey, _ parent: Int, _ plan: BreakoutPlan) {
    let visitors = slots[parent].meeting.attendees.indices.filter { position in
      let attendee = slots[parent].meeting.attendees[position]
      return attendee.isOnline && plan.takes(attendee.role)
    }
    for (turn, position) in visitors.enumerated() {
      let room = turn % plan.rooms + 1
      let person = slots[parent].stays[position].person
      let attendee = slots[parent].meeting.attendees[position]
      slots[parent].awayInBreakout[person] = attendee
      slots[parent].meeting.attendees[position].audio = .none
      slots[parent].meeting.attendees[position].cameraStreams = 0
      join(key.breakout(room), person, attendee.inBreakout(room))
    }
  }

  /// People take up their audio and cameras in the parent again.
  mutating func returnFromBreakouts(toSlot parent: Int) {
    let away = slots[parent].awayInBreakout
    slots[parent].awayInBreakout = [:]
    for position in slots[parent].stays.indices where slots[parent].meeting.attendees[position].isOnline {
      guard let before = away[slots[parent].stays[position].person] else { continue }
      slots[parent].meeting.attendees[position].audio = before.audio
      slots[parent].meeting.attendees[position].cameraStreams = before.cameraStreams
    }
  }
}

extension BreakoutPlan {
  /// Whether people of that role go; who calls in by telephone stays.
  fileprivate func takes(_ role: Role) -> Bool {
    role == .viewer || role == .moderator && who == .everybody
  }

  /// What the plan calls a room, in the form that BBB's client gives the number.
  fileprivate func name(ofRoom room: Int, parent: String) -> String {
    "\(parent) (\(room <= names.count ? names[room - 1] : "Room - \(room)"))"
  }
}

extension Attendee {
  /// The same person's second session; BBB joins them under `<userID>-<sequence>`.
  fileprivate func inBreakout(_ room: Int) -> Attendee {
    var visitor = self
    visitor.userID = "\(userID)-\(room)"
    visitor.isPresenter = false
    return visitor
  }
}

extension MeetingSeed {
  /// A room as the server itself creates it: IDs, bridge and name follow from the parent (facts §4.9).
  fileprivate init(
    breakout room: Int, of parent: MeetingDetails, _ plan: BreakoutPlan, at instant: SimulatedInstant
  ) {
    let createTime = instant.millisecondsSinceEpoch
    let meetingID = MeetingIdentifiers.breakoutMeetingID(
      parentInternalMeetingID: parent.internalMeetingID, createTime: createTime, sequence: room)
    details = MeetingDetails(
      name: plan.name(ofRoom: room, parent: parent.name), meetingID: meetingID,
      internalMeetingID: MeetingIdentifiers.internalMeetingID(meetingID: meetingID, createTime: createTime),
      createTime: createTime, voiceBridge: "\(parent.voiceBridge)\(room)", attendeePW: parent.attendeePW,
      moderatorPW: parent.moderatorPW)
    details.dialNumber = parent.dialNumber
    details.metadata = parent.metadata
    details.breakout = .init(
      parentMeetingID: parent.internalMeetingID, sequence: room, freeJoin: plan.freeJoin)
    details.isRecorded = plan.record
    recording = plan.record ? RecordingPlan() : nil
    startDelay = .milliseconds(25)
  }
}
