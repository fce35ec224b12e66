import BBBAPI

/// The orders of BBB's templates, as the fact sheet gives them.
enum ElementOrder {
  /// `create`.
  /// - Source: facts §2.2.
  static let created = [
    "returncode", "meetingID", "internalMeetingID", "parentMeetingID", "attendeePW", "moderatorPW",
    "createTime",
    "voiceBridge", "dialNumber", "createDate", "hasUserJoined", "duration", "hasBeenForciblyEnded",
    "messageKey",
    "message",
  ]

  /// A meeting without breakout rooms, in `getMeetings`, and after `returncode` in `getMeetingInfo`.
  /// - Source: facts §2.6, §2.7.
  static let meeting = [
    "meetingName", "meetingID", "internalMeetingID", "createTime", "createDate", "voiceBridge", "dialNumber",
    "attendeePW", "moderatorPW", "running", "duration", "hasUserJoined", "recording", "hasBeenForciblyEnded",
    "startTime", "endTime", "participantCount", "listenerCount", "voiceParticipantCount", "videoCount",
    "maxUsers",
    "moderatorCount", "attendees", "metadata", "isBreakout",
  ]

  /// `join` with `redirect=false`.
  /// - Source: facts §2.3.
  static let joined = [
    "returncode", "messageKey", "message", "meeting_id", "user_id", "auth_token", "session_token",
    "guestStatus",
    "url",
  ]

  /// A recording, without what only breakout rooms and their parents have.
  /// - Source: facts §2.10.
  static let recording = [
    "recordID", "meetingID", "internalMeetingID", "name", "isBreakout", "published", "state", "startTime",
    "endTime", "participants", "rawSize", "metadata", "size", "playback", "data",
  ]

  /// A failed call, and `end`.
  /// - Source: facts §2.5, §3.1.
  static let notice = ["returncode", "messageKey", "message"]

  /// The version page.
  /// - Source: facts §2.1.
  static func index(_ shape: IndexShape) -> [String] {
    let version = ["returncode", "version"]
    let versions = version + ["apiVersion", "bbbVersion"]
    return switch shape {
    case .version: version
    case .versions: versions
    case .endpoints: versions + ["html5PluginSdkVersion", "graphqlWebsocketUrl", "graphqlApiUrl"]
    }
  }
}
