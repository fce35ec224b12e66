import BBBAPI

/// The parts of the small answers, in the order of the templates.
extension WireText {
  /// Writes a notice; none leaves both elements empty, as a fresh `create` does (facts §2.2).
  mutating func notice(_ notice: APINotice?) {
    message(key: notice?.messageKey ?? "", notice?.message ?? "")
  }

  /// Writes a message key and its sentence.
  mutating func message(key: String, _ sentence: String) {
    element("messageKey", key)
    element("message", sentence)
  }

  /// Writes an entry of the `<errors>` form, whose key has another name (facts §3.2).
  mutating func error(_ failure: APIFailure) {
    container("error") { text in
      text.element("key", failure.messageKey)
      text.element("message", failure.message)
    }
  }

  /// Writes what `create` tells of a meeting (facts §2.2); the templates leave out a password that is empty.
  mutating func createdMeeting(_ meeting: Meeting) {
    let details = meeting.details
    element("meetingID", details.meetingID)
    element("internalMeetingID", details.internalMeetingID)
    element("parentMeetingID", details.breakout?.parentMeetingID ?? "bbb-none")
    if !details.attendeePW.isEmpty { element("attendeePW", details.attendeePW) }
    if !details.moderatorPW.isEmpty { element("moderatorPW", details.moderatorPW) }
    element("createTime", details.createTime)
    element("voiceBridge", details.voiceBridge)
    element("dialNumber", details.dialNumber)
    createDate(of: details.createTime)
    element("hasUserJoined", meeting.hasUserJoined)
    element("duration", details.durationInMinutes)
    element("hasBeenForciblyEnded", meeting.hasBeenForciblyEnded)
  }

  /// Writes what `join` grants (facts §2.3).
  mutating func session(_ session: ClientSession) {
    element("meeting_id", session.internalMeetingID)
    element("user_id", session.userID)
    element("auth_token", session.authToken)
    element("session_token", session.sessionToken)
    element("guestStatus", session.guestStatus.rawValue)
    element("url", session.url)
  }
}
