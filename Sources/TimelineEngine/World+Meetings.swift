import BBBAPI
import Determinism
import Scenarios

extension World {
  mutating func create(_ key: MeetingKey, _ seed: MeetingSeed) {
    let slot = MeetingSlot(key: key, seed: seed)
    let position = place(slot)
    order.append(position)
    slotByKey[key] = position
    slotByInternalID[seed.details.internalMeetingID] = position
    timers.schedule(.mediaStarted(key), at: instant.advanced(by: seed.startDelay))
    tell(.meetings, .meetingCreated(slot.meeting))
    let details = seed.details
    if let breakout = details.breakout {
      enter(room: key, details.meetingID, parent: breakout.parentMeetingID)
    }
    if details.expireIfNoUserJoinedInMinutes > 0 && details.breakout == nil {
      timers.schedule(.unjoinedExpired(key), at: instant.afterMinutes(details.expireIfNoUserJoinedInMinutes))
    }
    if details.durationInMinutes > 0 {
      timers.schedule(.durationElapsed(key), at: instant.afterMinutes(details.durationInMinutes))
    }
  }

  private mutating func enter(room: MeetingKey, _ meetingID: String, parent internalMeetingID: String) {
    guard let parent = slotByInternalID[internalMeetingID] else { return }
    slots[parent].openRooms.append(room)
    slots[parent].meeting.breakoutRooms.append(meetingID)
  }

  private mutating func place(_ slot: MeetingSlot) -> Int {
    guard let free = freeSlots.popLast() else {
      slots.append(slot)
      return slots.count - 1
    }
    slots[free] = slot
    return free
  }

  /// Removes the meeting at once, as BBB does, its breakout rooms first (facts §4.4).
  mutating func end(_ key: MeetingKey) {
    for doomed in withRooms(key) { remove(doomed) }
  }

  /// The meeting behind its breakout rooms, theirs before them; a list, since callers may nest rooms without limit.
  private func withRooms(_ key: MeetingKey) -> [MeetingKey] {
    var keys: [MeetingKey] = []
    var unvisited = [key]
    while let key = unvisited.popLast() {
      keys.append(key)
      if let slot = slotByKey[key] { unvisited += slots[slot].openRooms }
    }
    return keys.reversed()
  }

  private mutating func remove(_ key: MeetingKey) {
    guard let position = slotByKey.removeValue(forKey: key) else { return }
    let ended = slots[position]
    slots[position] = MeetingSlot.vacant
    slotByInternalID[ended.meeting.details.internalMeetingID] = nil
    for granted in ended.sessions { meetingBySessionToken[granted.token] = nil }
    freeSlots.append(position)
    order.removeAll { $0 == position }
    tell(.meetings, .meetingEnded(ended.meeting, hasRecordingMarks: ended.hasRecordingMarks))
    archive(ended)
  }

  /// Ends every room that the meeting has opened; a room that ended before is passed over.
  mutating func closeBreakouts(of key: MeetingKey) {
    guard let parent = slotByKey[key] else { return }
    for room in slots[parent].openRooms { end(room) }
    slots[parent].openRooms = []
    returnFromBreakouts(toSlot: parent)
  }
}

extension MeetingSlot {
  /// What a free slot holds: nothing that costs memory.
  static let vacant = MeetingSlot(
    key: MeetingKey(.plan(-1)),
    seed: MeetingSeed(
      details: MeetingDetails(
        name: "", meetingID: "", internalMeetingID: "", createTime: 0, voiceBridge: "", attendeePW: "",
        moderatorPW: ""),
      recording: nil, startDelay: .zero))
}

extension SimulatedInstant {
  func afterMinutes(_ minutes: Int) -> SimulatedInstant { advanced(by: .seconds(60 * minutes)) }
}
