import BBBAPI
import Scenarios

/// A meeting, and what the world keeps about it that no answer shows.
struct MeetingSlot: Sendable, Equatable {
  var key: MeetingKey
  var meeting: Meeting
  /// Who stands at the same position of `meeting.attendees`.
  var people: [PersonKey] = []
  /// What becomes of the recording; nil records nothing.
  var recording: RecordingPlan?
  /// The breakout rooms that it has opened since the last closing, in order.
  var openRooms: [MeetingKey] = []
  /// How each viewer heard the meeting before a breakout room took them away.
  var awayInBreakout: [PersonKey: Attendee] = [:]
  /// How often the last person has left; tells a stale expiry timer from the one that counts.
  var vacancies = 0
  /// How often the last moderator has left.
  var moderatorVacancies = 0
  /// The sessions of those who came through `join`, oldest first; whoever waits for a moderator has one too.
  var sessions: [GrantedSession] = []
  /// The user IDs of all who ever joined, for the recording.
  var everJoined: Set<String> = []
  /// The internal IDs of its breakout rooms that were recorded.
  var recordedRooms: [String] = []

  init(key: MeetingKey, seed: MeetingSeed) {
    self.key = key
    meeting = Meeting(details: seed.details)
    meeting.documents = seed.documents
    recording = seed.recording
  }

  /// Whether anything was recorded: the server records from the first person's coming on.
  var hasRecordingMarks: Bool { recording != nil && !everJoined.isEmpty }

  func position(of person: PersonKey) -> Int? { people.lastIndex(of: person) }

  /// Where the person stands who is called `name` and still online; the latest of that name.
  func position(named name: String) -> Int? {
    meeting.attendees.lastIndex { $0.fullName == name && $0.isOnline }
  }
}
