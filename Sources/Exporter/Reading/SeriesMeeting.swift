import BBBReading

/// A meeting with series of its own.
struct SeriesMeeting: Sendable, Equatable {
  /// The internal meeting ID: a hash and a time, so that it tells nothing of people, new with each run of a meeting.
  let id: LabelText
  /// Those without one come after all others.
  private let createTime: Int64
  let participants: Int?
  let listeners: Int?
  let voiceParticipants: Int?
  let videoParticipants: Int?
  let moderators: Int?
  let isRecorded: Bool?
  /// Seconds since its creation.
  let duration: Double?
  /// What people chose; nil unless it is wanted.
  let names: MeetingNames?

  /// Nil when the meeting has no ID, or one that BBB would not make.
  init?(_ meeting: MeetingReading, duration: Double?, withNames showsNames: Bool) {
    guard let id = meeting.internalMeetingID.map(LabelText.init), !id.isOverlong else { return nil }
    self.id = id
    createTime = meeting.createTime ?? .max
    participants = meeting.participantCount
    listeners = meeting.listenerCount
    voiceParticipants = meeting.voiceParticipantCount
    videoParticipants = meeting.videoCount
    moderators = meeting.moderatorCount
    isRecorded = meeting.isRecorded
    self.duration = duration
    names = showsNames ? MeetingNames(meeting) : nil
  }
}

extension SeriesMeeting: Comparable {
  /// The older one first, then by ID.
  static func < (lhs: SeriesMeeting, rhs: SeriesMeeting) -> Bool {
    (lhs.createTime, lhs.id) < (rhs.createTime, rhs.id)
  }
}

/// What people and their software called a meeting.
struct MeetingNames: Sendable, Equatable {
  /// The ID that the caller of `create` chose; cut after 256 characters.
  let externalID: String
  /// The title that people see; cut after 256 characters.
  let name: String

  init(_ meeting: MeetingReading) {
    externalID = Self.shortened(meeting.meetingID)
    name = Self.shortened(meeting.meetingName)
  }

  /// Cuts between scalars: a character may consist of thousands of them.
  private static func shortened(_ text: String?) -> String {
    guard let text, LabelText(text).isOverlong else { return text ?? "" }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(LabelText.limit)))
  }
}
