import BBBAPI
import Determinism

extension World {
  /// Adds a recording that no meeting of this world made, and links it with those of its breakout rooms or its parent.
  mutating func add(_ recording: Recording) {
    var recording = recording
    if let parent = recording.breakout?.parentMeetingID {
      for index in recordings.indices where recordings[index].belongs(to: parent) {
        recordings[index].breakoutRooms.append(recording.recordID)
      }
    } else {
      recording.breakoutRooms = recordings.filter {
        $0.breakout.map { recording.belongs(to: $0.parentMeetingID) } ?? false
      }
      .map(\.recordID)
    }
    shelve(recording)
  }

  /// Removes every meeting and every recording, without a trace and without a recording of what was.
  mutating func clear() {
    for key in order.map({ slots[$0].key }) {
      if let slot = slotByKey[key] { slots[slot].recording = nil }
      end(key)
    }
    clearShelf()
    textTracks = TextTracks()
    webhooks = []
    // Every timer is about something that is gone.
    timers = Agenda()
  }
}

extension Recording {
  /// Whether it is a recording of the meeting with this internal ID; a meeting may have several.
  fileprivate func belongs(to internalMeetingID: String) -> Bool {
    let hash = internalMeetingID.utf8.prefix { $0 != UInt8(ascii: "-") }
    return breakout == nil && recordID.utf8.prefix { $0 != UInt8(ascii: "-") }.elementsEqual(hash)
  }
}
