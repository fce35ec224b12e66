import BBBAPI

extension World {
  /// Everybody online of that user ID, since a person may have come by several devices.
  mutating func changePeople(_ key: MeetingKey, userID: String, _ change: PersonChange) {
    guard let slot = slotByKey[key] else { return }
    let positions = slots[slot].meeting.attendees.indices.filter { position in
      let attendee = slots[slot].meeting.attendees[position]
      return attendee.isOnline && attendee.userID.hasSameBytes(as: userID)
    }
    for person in positions.map({ slots[slot].stays[$0].person }) { self.change(key, person, change) }
  }

  private mutating func change(_ key: MeetingKey, _ person: PersonKey, _ change: PersonChange) {
    switch change {
    case .leave: leave(key, person)
    case .audio(let audio): self.change(key, person) { $0.audio = audio }
    case .camera(let streams): self.change(key, person) { $0.cameraStreams = streams }
    case .presenter: takePresentation(key, person)
    }
  }

  /// Recordings that are gone are passed over.
  mutating func enter(_ state: RecordingState, recordIDs: [String]) {
    for recording in recordIDs.compactMap({ recordingByID[$0] }) { enter(state, recording) }
  }
}
