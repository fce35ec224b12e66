public import Determinism

/// Watches a server poll by poll, and writes what it saw as a scenario.
///
/// A value without clock or network: whoever feeds it decides what an offset means.
public struct Recorder: Sendable {
  /// The distance between polls.
  let every: Duration
  /// When the recording began, by the machine's clock.
  let startedAt: SimulatedInstant
  /// When each poll took place, after the beginning.
  private(set) var offsets: [Duration] = []
  /// In the order of appearance.
  private(set) var meetings: [MeetingTrack] = []
  /// In the order of appearance.
  private(set) var recordings: [RecordingTrack] = []
  private var meetingPlaces: [String: Int] = [:]
  private var recordingPlaces: [String: Int] = [:]

  /// Begins a recording.
  public init(every: Duration, startedAt: SimulatedInstant) {
    self.every = every
    self.startedAt = startedAt
  }

  /// How many polls it has seen.
  public var pollCount: Int { offsets.count }

  /// The recording of that ID.
  func recording(_ recordID: String) -> RecordingTrack? { recordingPlaces[recordID].map { recordings[$0] } }

  /// Takes the next poll, whose offset is later than that of the one before.
  public mutating func take(_ poll: Poll) {
    let number = offsets.count
    offsets.append(poll.offset)
    for meeting in poll.meetings { take(meeting, number) }
    for recording in poll.recordings { take(recording, number) }
    for place in recordings.indices { recordings[place].close(poll: number) }
  }

  private mutating func take(_ meeting: SeenMeeting, _ poll: Int) {
    if let place = meetingPlaces[meeting.internalID] {
      if meetings[place].last == poll - 1 { return meetings[place].take(meeting, poll: poll) }
      // The same entry twice in one answer.
      if meetings[place].last == poll { return }
    }
    meetingPlaces[meeting.internalID] = meetings.count
    meetings.append(MeetingTrack(meeting, poll: poll))
  }

  private mutating func take(_ recording: SeenRecording, _ poll: Int) {
    if let place = recordingPlaces[recording.recordID] {
      recordings[place].take(recording, poll: poll)
    } else {
      recordingPlaces[recording.recordID] = recordings.count
      recordings.append(RecordingTrack(recording, poll: poll))
    }
  }
}
