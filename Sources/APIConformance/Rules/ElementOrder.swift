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
}
