public import BBBAPI
public import Determinism
import Scenarios

/// A change that an API call made: complete in itself, so that replaying it needs neither clock nor chance.
public enum Command: Sendable, Equatable, Codable {
  /// `create`, with every ID, number and password settled.
  case create(MeetingDetails, records: Bool, documents: [PresentationDocument] = [])
  /// `join`, to the meeting with this internal ID; the session's guest status says whether the person waits.
  case join(internalMeetingID: String, Attendee, session: UserSession? = nil)
  /// A further session of somebody who has one; `replacing` names the token that it stands in for.
  case openSession(internalMeetingID: String, UserSession, replacing: String?)
  /// A session ends, and its person leaves if it was their last.
  case signOut(sessionToken: String)
  /// A moderator lets those in who wait, or sends them away: one, by user ID or name, or all when `guest` is nil.
  case guestDecision(internalMeetingID: String, guest: String?, GuestStatus)
  /// `insertDocument`.
  case insertDocuments(internalMeetingID: String, [PresentationDocument])
  /// `sendChatMessage`; the journal is where the message is kept.
  case sendChatMessage(internalMeetingID: String, userName: String, message: String)
  /// `publishRecordings` of exactly these recordings; `publish` is false to take them back.
  case publishRecordings(recordIDs: [String], publish: Bool)
  /// `deleteRecordings` of exactly these recordings.
  case deleteRecordings(recordIDs: [String])
  /// `updateRecordings` of what begins with one of these; an empty value removes its key.
  case updateRecordings(prefixes: [String], metadata: [Metadatum])
  /// `putRecordingTextTrack`; a track of the same kind and language is replaced.
  case putTextTrack(recordID: String, TextTrack)
  /// `getRecordingTextTracks` hands out leave to read each track once.
  case grantTextTracks([TextTrackGrant])
  /// Somebody makes use of such a leave.
  case redeemTextTrack(token: String)
  /// `hooks/create`.
  case createHook(Webhook)
  /// `hooks/destroy`, or a hook that is given up after its last attempt.
  case destroyHook(hookID: String)
  /// A recording that no meeting of this world made, by Moodle's backoffice.
  case addRecording(Recording)
  /// Moodle hears that these recordings are ready; the journal is where that is kept.
  case announceRecordings(recordIDs: [String])
  /// What somebody did in a meeting, by Moodle's backoffice; the journal is where it is kept.
  case noteEngagement(internalMeetingID: String, EngagementEvent)
  /// A value of Moodle's backoffice.
  case setValue(name: String, value: String)
  /// Every meeting and every recording is gone.
  case clear
  /// The control API's word: everybody of this user ID who is online does something.
  case changePerson(internalMeetingID: String, userID: String, PersonChange)
  /// The control API's word: recordings enter a state, whatever state they are in.
  case enterRecordingState(recordIDs: [String], RecordingState)
  /// `end` of the meeting with this internal ID.
  case end(internalMeetingID: String)
}

/// What a person can be made to do.
public enum PersonChange: Sendable, Equatable, Codable {
  /// Goes.
  case leave
  /// Hears and speaks in another way.
  case audio(Audio)
  /// Sends so many camera streams.
  case camera(streams: Int)
  /// Takes the presentation.
  case presenter
}

/// A command and its moment.
public struct JournalEntry: Sendable, Equatable, Codable {
  /// The position in the journal, from 0.
  public let sequence: Int
  /// When the command was given, on the simulated clock.
  public let instant: SimulatedInstant
  /// What was asked for.
  public let command: Command
}

extension World {
  /// The event that a command means in this world; nil when the meeting is gone.
  func event(for command: Command, sequence: Int) -> Event? {
    switch command {
    case .create(let details, let records, let documents):
      return creation(details, records: records, documents: documents, sequence: sequence)
    case .join(let internalMeetingID, let attendee, let session):
      return key(of: internalMeetingID).map { key in
        session.map { .admitted(key, .command(sequence), attendee, $0) }
          ?? .joined(key, .command(sequence), attendee)
      }
    case .openSession(let internalMeetingID, let session, let replaced):
      return key(of: internalMeetingID).map { .sessionOpened($0, session, replacing: replaced) }
    case .signOut(let token): return .signedOut(token: token)
    case .guestDecision(let internalMeetingID, let guest, let status):
      return key(of: internalMeetingID).map { .guestDecided($0, guest: guest, status) }
    case .insertDocuments(let internalMeetingID, let documents):
      return key(of: internalMeetingID).map { .documentsInserted($0, documents) }
    case .sendChatMessage(let internalMeetingID, let userName, let message):
      return key(of: internalMeetingID).map { .chatted($0, userName: userName, message: message) }
    case .publishRecordings, .deleteRecordings, .updateRecordings, .putTextTrack, .grantTextTracks,
      .redeemTextTrack, .createHook, .destroyHook, .addRecording, .announceRecordings, .noteEngagement,
      .setValue,
      .clear:
      return .commanded(command)
    case .changePerson(let internalMeetingID, let userID, let change):
      return key(of: internalMeetingID).map { .personChanged($0, userID: userID, change) }
    case .enterRecordingState(let recordIDs, let state):
      return .recordingsEntered(recordIDs: recordIDs, state)
    case .end(let internalMeetingID):
      return key(of: internalMeetingID).map { .ended($0) }
    }
  }

  private func creation(
    _ details: MeetingDetails, records: Bool, documents: [PresentationDocument], sequence: Int
  ) -> Event? {
    if let parent = details.breakout?.parentMeetingID, slotByInternalID[parent] == nil { return nil }
    var seed = MeetingSeed(
      details: details, recording: records ? RecordingPlan() : nil, startDelay: .milliseconds(28))
    seed.documents = documents
    return .created(MeetingKey(.command(sequence)), seed)
  }

  private func key(of internalMeetingID: String) -> MeetingKey? {
    slotByInternalID[internalMeetingID].map { slots[$0].key }
  }
}
