/// A meeting on a server: what was decided when it was created, and how it stands now.
public struct Meeting: Sendable, Equatable, Codable {
  /// What `create` decided; does not change while the meeting lives.
  public var details: MeetingDetails
  /// Milliseconds since the epoch; 0 until the media server confirmed the start (facts §4.3).
  public var startTime: Int64
  /// Milliseconds since the epoch when the last person left; 0 while somebody is in the meeting or nobody ever was.
  public var endTime: Int64
  /// False until the first person joins, then true for good.
  public var hasUserJoined: Bool
  /// Whether the meeting is being removed after `end`; practically never seen true (facts §4.3).
  public var hasBeenForciblyEnded: Bool
  /// Everybody in the server's user map, in the order of joining, people who left within the last minute included.
  public var attendees: [Attendee]
  /// The external IDs of the breakout rooms opened so far, in the order of their sequence.
  public var breakoutRooms: [String]
  /// The presentations that came with `create` or later with `insertDocument`.
  public var documents: [PresentationDocument]

  /// Makes a meeting that nobody has joined.
  public init(details: MeetingDetails) {
    self.details = details
    startTime = 0
    endTime = 0
    hasUserJoined = false
    hasBeenForciblyEnded = false
    attendees = []
    breakoutRooms = []
    documents = []
  }
}

extension Meeting {
  /// Whether the server's user map holds anybody, even people who have just left (facts §4.3).
  public var isRunning: Bool { !attendees.isEmpty || details.isKeptRunning }
  /// The number of people online (facts §4.6).
  public var participantCount: Int { attendees.count { $0.isOnline } }
  /// The number of people with listen-only audio.
  public var listenerCount: Int { attendees.count { $0.audio == .listening } }
  /// The number of people with a microphone or a telephone.
  public var voiceParticipantCount: Int { attendees.count { $0.audio == .microphone } }
  /// The number of camera streams, which may exceed the number of people.
  public var videoCount: Int { attendees.reduce(0) { $0 + $1.cameraStreams } }
  /// The number of moderators, counted among the participants too.
  public var moderatorCount: Int { attendees.count { $0.role == .moderator } }
}

/// What `create` decided about a meeting.
public struct MeetingDetails: Sendable, Equatable, Codable {
  /// The title; 2 to 256 characters.
  public var name: String
  /// The ID that the caller chose; 2 to 256 characters, no comma.
  public var meetingID: String
  /// The server's ID, see ``MeetingIdentifiers``.
  public var internalMeetingID: String
  /// Milliseconds since the epoch; the server's clock when it handled `create`.
  public var createTime: Int64
  /// The number to dial for this meeting.
  public var voiceBridge: String
  /// The telephone number of the server.
  public var dialNumber: String
  /// The password that makes a viewer; secret.
  public var attendeePW: String
  /// The password that makes a moderator; secret.
  public var moderatorPW: String
  /// Minutes until the server ends the meeting; 0 means never.
  public var durationInMinutes: Int
  /// Whether the meeting may be recorded (`record=true`).
  public var isRecorded: Bool
  /// The most people allowed; 0 means any number.
  public var maxUsers: Int
  /// Lower-case keys, in the order of the create call.
  public var metadata: [Metadatum]
  /// Set for a breakout room.
  public var breakout: Breakout?
  /// Minutes after which a meeting that nobody joined is removed; 0 means never.
  public var expireIfNoUserJoinedInMinutes: Int
  /// Minutes after which a meeting that everybody left is removed; 0 means never.
  public var expireWhenLastUserLeftInMinutes: Int
  /// Whether the meeting counts as running with nobody in it, as those do that Moodle's tests set up.
  public var isKeptRunning = false
  /// What else was decided; most answers do not show it.
  public var settings: MeetingSettings

  /// What makes a meeting a breakout room of another.
  public struct Breakout: Sendable, Equatable, Codable {
    /// The internal ID of the parent meeting (facts §2.6).
    public var parentMeetingID: String
    /// The room's number, from 1.
    public var sequence: Int
    /// Whether people may choose this room themselves.
    public var freeJoin: Bool

    /// Describes a breakout room.
    public init(parentMeetingID: String, sequence: Int, freeJoin: Bool) {
      self.parentMeetingID = parentMeetingID
      self.sequence = sequence
      self.freeJoin = freeJoin
    }
  }

  /// Makes the details of an ordinary meeting with the server's defaults (facts §2.2, §8).
  public init(
    name: String, meetingID: String, internalMeetingID: String, createTime: Int64,
    voiceBridge: String, attendeePW: String, moderatorPW: String
  ) {
    self.name = name
    self.meetingID = meetingID
    self.internalMeetingID = internalMeetingID
    self.createTime = createTime
    self.voiceBridge = voiceBridge
    self.attendeePW = attendeePW
    self.moderatorPW = moderatorPW
    dialNumber = "613-555-1234"
    durationInMinutes = 0
    isRecorded = false
    maxUsers = 0
    metadata = []
    breakout = nil
    expireIfNoUserJoinedInMinutes = 5
    expireWhenLastUserLeftInMinutes = 1
    settings = MeetingSettings()
  }
}
