import BBBAPI

/// A number that each meeting has and that a gauge histogram counts meetings by.
enum RoomCount: CaseIterable, Sendable {
  case participants
  case listeners
  case voiceParticipants
  case videoParticipants

  func value(of meeting: Meeting) -> Int {
    switch self {
    case .participants: meeting.participantCount
    case .listeners: meeting.listenerCount
    case .voiceParticipants: meeting.voiceParticipantCount
    case .videoParticipants: meeting.videoCount
    }
  }

  /// The element of getMeetings.
  var element: String {
    switch self {
    case .participants: "participantCount"
    case .listeners: "listenerCount"
    case .voiceParticipants: "voiceParticipantCount"
    case .videoParticipants: "videoCount"
    }
  }

  /// The gauge histogram.
  var family: String { "bbb_room_\(word)" }

  /// The gauge with the sum over all meetings.
  var sumFamily: String { "bbb_meetings_\(word)" }

  /// The variable that sets the buckets.
  var setting: String { "ROOM_\(word.uppercased())_CUSTOM_BUCKETS" }

  /// - Source: facts §1.
  var defaultBounds: [Double] {
    switch self {
    case .participants, .listeners: [0, 1, 5, 15, 30, 60, 90, 120, 150, 200, 250, 300, 400, 500]
    case .voiceParticipants, .videoParticipants: [0, 1, 5, 15, 30, 60, 90, 120]
    }
  }

  private var word: String {
    switch self {
    case .participants: "participants"
    case .listeners: "listeners"
    case .voiceParticipants: "voice_participants"
    case .videoParticipants: "video_participants"
    }
  }
}
