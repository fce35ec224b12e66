import BBBAPI
import Determinism
import Scenarios

extension World {
  /// Puts the recording of an ended meeting into the pipeline, if it was recorded and anybody came.
  mutating func archive(_ ended: MeetingSlot) {
    guard let plan = ended.recording, ended.hasRecordingMarks else { return }
    if let parent = ended.meeting.details.breakout.flatMap({ slotByInternalID[$0.parentMeetingID] }) {
      slots[parent].recordedRooms.append(ended.meeting.details.internalMeetingID)
    }
    let number = shelve(Recording(of: ended, endedAt: instant, plan: plan))
    tell(ofRecording: number, from: nil)
    let processing = instant.advanced(by: plan.unprocessed)
    timers.schedule(.recordingEntered(recording: number, .processing), at: processing)
    // A recording whose processing fails stays there.
    guard plan.then != .processing else { return }
    let processed = processing.advanced(by: plan.processing)
    if plan.processed > .zero {
      timers.schedule(.recordingEntered(recording: number, .processed), at: processed)
    }
    timers.schedule(
      .recordingEntered(recording: number, plan.then), at: processed.advanced(by: plan.processed))
  }

  /// Moves what is through the pipeline; a recording that is still worked on stays.
  mutating func move(recordingsOf meetingID: String, to state: RecordingState) {
    for number in recordings.indices where recordings[number].meetingID.hasSameBytes(as: meetingID) {
      let isReady = ![.unprocessed, .processing, state].contains(recordings[number].state)
      if isReady { enter(state, number) }
    }
  }

  mutating func enter(_ state: RecordingState, _ recording: Int) {
    let before = recordings[recording].state
    recordings[recording].state = state
    tell(ofRecording: recording, from: before)
  }
}

extension Recording {
  fileprivate init(of ended: MeetingSlot, endedAt end: SimulatedInstant, plan: RecordingPlan) {
    let details = ended.meeting.details
    let length = end.millisecondsSinceEpoch - details.createTime
    self.init(
      recordID: details.internalMeetingID, meetingID: details.meetingID, name: details.name,
      state: .unprocessed,
      startTime: details.createTime, endTime: end.millisecondsSinceEpoch,
      participants: ended.everJoined.count,
      rawSize: RecordingSize.raw(milliseconds: length, participants: ended.everJoined.count))
    metadata = details.metadata
    breakout = details.breakout
    breakoutRooms = ended.recordedRooms
    formats = plan.formats.map { type in
      Recording.PlaybackFormat(
        type, of: recordID, milliseconds: length, processingTime: plan.processing.milliseconds)
    }
  }
}

/// Believable sizes; BBB measures its files, and there are none here.
enum RecordingSize {
  /// Bytes of raw audio, video and events: 16 KiB a second, and 1 KiB for each person's events a minute.
  static func raw(milliseconds: Int64, participants: Int) -> Int64 {
    milliseconds * 16_384 / 1000 + Int64(participants) * (milliseconds / 60_000 + 1) * 1024
  }

  /// Bytes of the playback files: half of the raw audio and video.
  static func playback(milliseconds: Int64) -> Int64 { milliseconds * 8192 / 1000 }
}
