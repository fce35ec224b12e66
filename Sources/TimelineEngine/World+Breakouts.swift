import BBBAPI
import Determinism
import Scenarios

extension World {
  /// Opens the rooms and deals the viewers out among them, one after another, in the order in which they joined.
  mutating func openBreakouts(of key: MeetingKey, _ plan: BreakoutPlan) {
    guard let parent = slotByKey[key] else { return }
    for room in 1...plan.rooms {
      let seed = MeetingSeed(breakout: room, of: slots[parent].meeting.details, at: instant)
      create(key.breakout(room), seed)
    }
    dealOut(key, parent, rooms: plan.rooms)
    timers.schedule(.breakoutsClosed(key), at: instant.advanced(by: plan.lasts))
  }

  private mutating func dealOut(_ key: MeetingKey, _ parent: Int, rooms: Int) {
    let viewers = slots[parent].meeting.attendees.indices.filter { position in
      let attendee = slots[parent].meeting.attendees[position]
      return attendee.isOnline && attendee.role == .viewer
    }
    for (turn, position) in viewers.enumerated() {
      let room = turn % rooms + 1
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
  fileprivate init(breakout room: Int, of parent: MeetingDetails, at instant: SimulatedInstant) {
    let createTime = instant.millisecondsSinceEpoch
    let meetingID = MeetingIdentifiers.breakoutMeetingID(
      parentInternalMeetingID: parent.internalMeetingID, createTime: createTime, sequence: room)
    details = MeetingDetails(
      name: "\(parent.name) (Room - \(room))", meetingID: meetingID,
      internalMeetingID: MeetingIdentifiers.internalMeetingID(meetingID: meetingID, createTime: createTime),
      createTime: createTime, voiceBridge: "\(parent.voiceBridge)\(room)", attendeePW: parent.attendeePW,
      moderatorPW: parent.moderatorPW)
    details.dialNumber = parent.dialNumber
    details.metadata = parent.metadata
    details.breakout = .init(parentMeetingID: parent.internalMeetingID, sequence: room, freeJoin: false)
    recording = nil
    startDelay = .milliseconds(25)
  }
}
