import BBBAPI

/// A meeting as `getMeetings` showed it once; only what a scenario can say.
///
/// Whatever is missing has a value that changes nothing: servers of many ages and makers answer.
struct SeenMeeting: ListedItem, Equatable {
  static let list = "meetings"

  /// The server's ID: one meeting's for as long as it lives.
  var internalID: String
  /// Milliseconds since the epoch by the server's clock.
  var createTime: Int64?
  var isRecorded: Bool
  var durationInMinutes: Int
  var maxUsers: Int
  /// Who is online, in a number; nil when the server doesn't say.
  var participantCount: Int?
  /// Camera streams; nil when the server doesn't say.
  var videoCount: Int?
  var room: Room?
  var originServer: String?
  var originName: String?
  /// In the server's order, people who have just left included.
  var people: [SeenPerson]

  /// A breakout room's place.
  struct Room: Sendable, Equatable {
    var parentID: String?
    var sequence: Int
    var freeJoin: Bool
  }

  init?(_ element: AnswerElement) {
    guard let id = element.text(of: "internalMeetingID") ?? element.text(of: "meetingID") else { return nil }
    internalID = id
    createTime = element.number("createTime")
    isRecorded = element.flag("recording")
    durationInMinutes = element.count("duration") ?? 0
    maxUsers = element.count("maxUsers") ?? 0
    participantCount = element.count("participantCount")
    videoCount = element.count("videoCount")
    room = Room(element)
    let metadata = element.child("metadata")
    originServer = metadata?.text(of: "bbb-origin-server-name")
    originName = metadata?.text(of: "bbb-origin")
    people = (element.child("attendees")?.children ?? []).filter { $0.name == "attendee" }.map(
      SeenPerson.init)
  }
}

extension SeenMeeting.Room {
  /// The templates write the three elements flat, the documentation nests them in `<breakout>` (facts §13).
  fileprivate init?(_ meeting: AnswerElement) {
    guard meeting.flag("isBreakout") else { return nil }
    let nested = meeting.child("breakout")
    parentID =
      meeting.text(of: "parentMeetingID") ?? nested?.text(of: "parentMeetingID")
      ?? nested?.text(of: "parentId")
    sequence = meeting.count("sequence") ?? nested?.count("sequence") ?? 1
    freeJoin = meeting.flag("freeJoin") || nested?.flag("freeJoin") ?? false
  }
}

/// A person as `getMeetings` showed them once.
struct SeenPerson: Sendable, Equatable {
  var userID: String
  var role: Role
  var clientType: String
  var audio: Audio
  var hasVideo: Bool
  var isPresenter: Bool

  init(_ element: AnswerElement) {
    userID = element.text(of: "userID") ?? ""
    clientType = element.text(of: "clientType") ?? ClientType.html5.rawValue
    role = element.text(of: "role").flatMap { Role(rawValue: $0.uppercased()) } ?? .viewer
    audio =
      element.flag("isListeningOnly") ? .listening : element.flag("hasJoinedVoice") ? .microphone : .none
    hasVideo = element.flag("hasVideo")
    isPresenter = element.flag("isPresenter")
  }
}
