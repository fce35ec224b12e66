public import BBBAPI

/// What one `<meeting>` of a `getMeetings` answer says; nil where it says nothing that can be read.
///
/// - Source: facts §2.6, §2.7.
public struct MeetingReading: Sendable, Equatable {
  /// The server's ID, which differs each time a meeting is created; never empty.
  public var internalMeetingID: String?
  /// The ID that the caller of `create` chose; never empty.
  public var meetingID: String?
  /// The title that people see; may be empty.
  public var meetingName: String?
  /// The number of people, viewers and moderators; 0 or more.
  public var participantCount: Int?
  /// The number of people with listen-only audio; 0 or more.
  public var listenerCount: Int?
  /// The number of people with a microphone or a telephone; 0 or more.
  public var voiceParticipantCount: Int?
  /// The number of camera streams; 0 or more.
  public var videoCount: Int?
  /// The number of moderators, counted among the people too; 0 or more.
  public var moderatorCount: Int?
  /// Whether this is a breakout room.
  public var isBreakout: Bool?
  /// Whether the meeting may be recorded (`recording` on the wire).
  public var isRecorded: Bool?
  /// Milliseconds since the epoch; 0 or more.
  public var createTime: Int64?
  /// The metadata `bbb-origin-server-name` as spelt on the wire; may be empty.
  public var originServerName: String?
  /// The metadata `bbb-origin` as spelt on the wire; may be empty.
  public var origin: String?
  /// The people listed by what they joined with, in the order of appearance; spelling as on the wire, so types that
  /// differ in case alone stand side by side.
  public var attendeesByClient: [ClientCount] = []

  /// Makes a reading in which nothing was said.
  public init() {}
}

/// How many people of a meeting joined with a type of client.
public struct ClientCount: Sendable, Equatable {
  /// The type, as spelt on the wire; never empty.
  public var clientType: ClientType
  /// The number of people; 1 or more.
  public var count: Int

  /// Counts people.
  public init(_ clientType: ClientType, count: Int) {
    self.clientType = clientType
    self.count = count
  }
}
