import BBBAPI
import Determinism
import Scenarios

extension World {
  mutating func create(_ key: MeetingKey, _ seed: MeetingSeed) {
    let slot = MeetingSlot(key: key, number: created, seed: seed)
    created += 1
    let position = place(slot)
    enter(slot, at: position)
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
    slots[parent].meeting.breakoutRooms.append(meetingID)
    // The media server closes only rooms that it asked for; one that a caller made outlives its parent.
    if room.isServerMadeRoom { slots[parent].openRooms.append(room) }
  }

  private mutating func enter(_ slot: MeetingSlot, at position: Int) {
    let details = slot.meeting.details
    order.append(position)
    slotByKey[slot.key] = position
    slotByInternalID[details.internalMeetingID] = position
    prefixes.insert(position, for: details.internalMeetingID)
    voiceBridges[details.voiceBridge, default: 0] += 1
    if let webVoice = details.ownWebVoice { webVoices[webVoice, default: 0] += 1 }
  }

  private mutating func strike(_ slot: MeetingSlot, at position: Int) {
    let details = slot.meeting.details
    if let place = place(inOrderOf: slot.number) { order.remove(at: place) }
    if slotByInternalID[details.internalMeetingID] == position {
      slotByInternalID[details.internalMeetingID] = nil
    }
    prefixes.remove(position, for: details.internalMeetingID)
    let others = (voiceBridges[details.voiceBridge] ?? 1) - 1
    voiceBridges[details.voiceBridge] = others > 0 ? others : nil
    if let webVoice = details.ownWebVoice {
      let others = (webVoices[webVoice] ?? 1) - 1
      webVoices[webVoice] = others > 0 ? others : nil
    }
  }

  /// Where the meeting of that number stands in ``order``, in which numbers rise.
  private func place(inOrderOf number: Int) -> Int? {
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      if slots[order[middle]].number < number { low = middle + 1 } else { high = middle }
    }
    return low < order.count && slots[order[low]].number == number ? low : nil
  }

  private mutating func place(_ slot: MeetingSlot) -> Int {
    guard let free = freeSlots.popLast() else {
      slots.append(slot)
      return slots.count - 1
    }
    slots[free] = slot
    return free
  }

  /// Removes the meeting at once, as BBB does, the breakout rooms that it opened first (facts §4.4).
  mutating func end(_ key: MeetingKey) {
    if let slot = slotByKey[key] { slots[slot].openRooms.forEach { remove($0) } }
    remove(key)
  }

  private mutating func remove(_ key: MeetingKey) {
    guard let position = slotByKey.removeValue(forKey: key) else { return }
    slots[position].tidy()
    let ended = slots[position]
    strike(ended, at: position)
    slots[position] = MeetingSlot.vacant
    for granted in ended.sessions { meetingBySessionToken[granted.token] = nil }
    freeSlots.append(position)
    untidy.remove(position)
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

extension SimulatedInstant {
  func afterMinutes(_ minutes: Int) -> SimulatedInstant { advanced(by: .seconds(60 * minutes)) }
}
