import BBBAPI
import Determinism
import Scenarios

/// Something that happens to the world at a moment; the reducer (`World.apply`) is the only one who reads it.
enum Event: Sendable, Equatable {
  /// A meeting comes to be; apart from the other cases, which are small and come often.
  indirect case created(MeetingKey, MeetingSeed)
  /// A person comes.
  case joined(MeetingKey, PersonKey, Attendee)
  /// A person came through `join`: they are in, or they wait, as the session says.
  indirect case admitted(MeetingKey, PersonKey, Attendee, UserSession)
  /// Somebody who has a session opens another.
  indirect case sessionOpened(MeetingKey, UserSession, replacing: String?)
  /// A session ends.
  case signedOut(token: String)
  /// A moderator decides about one who waits, or about all.
  indirect case guestDecided(MeetingKey, guest: String?, GuestStatus)
  /// Presentations are brought along.
  indirect case documentsInserted(MeetingKey, [PresentationDocument])
  /// Somebody outside says something; nothing that an answer shows changes.
  indirect case chatted(MeetingKey, userName: String, message: String)
  /// A person who left comes again; nothing happens if they are there.
  indirect case returned(MeetingKey, PersonKey, Attendee)
  /// A person takes the presentation.
  case presentationTaken(MeetingKey, PersonKey)
  /// The recordings of a meeting are published, unpublished or deleted, if they are through the pipeline.
  case recordingsMoved(meetingID: String, RecordingState)
  /// A person goes; nothing happens if they are not there.
  case left(MeetingKey, PersonKey)
  /// A named person's audio changes.
  case audioChanged(MeetingKey, PersonKey, Audio)
  /// A named person's camera streams change.
  case cameraChanged(MeetingKey, PersonKey, streams: Int)
  /// A meeting opens breakout rooms for the viewers who are there.
  indirect case breakoutsOpened(MeetingKey, BreakoutPlan)
  /// Everybody online of a user ID does something.
  case personChanged(MeetingKey, userID: String, PersonChange)
  /// Recordings enter a state.
  case recordingsEntered(recordIDs: [String], RecordingState)
  /// A meeting ends, its breakout rooms with it.
  case ended(MeetingKey)
  /// A change that concerns no living meeting; told by its command.
  indirect case commanded(Command)
  /// A timer that the world itself has set.
  case timer(WorldTimer)
}

/// What the world must know to bring a meeting to life.
struct MeetingSeed: Sendable, Equatable {
  var details: MeetingDetails
  /// What becomes of the recording; nil records nothing.
  var recording: RecordingPlan?
  /// From here to the confirmation by the media server (facts §4.3).
  var startDelay: Duration
  /// The presentations that came with the call.
  var documents: [PresentationDocument] = []
}

/// What the world has promised itself to do later.
enum WorldTimer: Sendable, Hashable {
  /// The media server confirms a meeting's start.
  case mediaStarted(MeetingKey)
  /// Somebody who left is dropped from the user map, by the number of their stay.
  case purged(MeetingKey, stay: Int)
  /// Nobody has joined in time.
  case unjoinedExpired(MeetingKey)
  /// Nobody came back in time; `vacancy` numbers the times the meeting became empty.
  case emptyExpired(MeetingKey, vacancy: Int)
  /// No moderator came back in time; `vacancy` numbers the times the last one left.
  case moderatorless(MeetingKey, vacancy: Int)
  /// The `duration` that `create` asked for is over.
  case durationElapsed(MeetingKey)
  /// Breakout rooms close.
  case breakoutsClosed(MeetingKey)
  /// A recording, by its position in the world's list, enters a state.
  case recordingEntered(recording: Int, RecordingState)
}
