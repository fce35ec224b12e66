/// Calls with a session token, `sendChatMessage` and `insertDocument` (facts §2.16–§2.18, §3.3).
extension APIFailure {
  /// No session token came.
  public static let sessionTokenMissing = APIFailure("missingToken", "You must provide a session token")
  /// No session has this token, or the browser is not the one that joined.
  public static let sessionInvalid = APIFailure("missingSession", "Invalid session token")
  /// `enter`: the session is another browser's; the default of the call.
  public static let sessionNotFound = APIFailure("missingSession", "Session not found.")
  /// `enter`: the meeting has filled up.
  public static let enterFull = APIFailure(
    "maxParticipantsReached",
    "The maximum number of participants allowed for this meeting has been reached.")
  /// `enter` and `guestWait`: a moderator has sent the guest away.
  public static let guestDenied = APIFailure("guestDeny", "Guest denied of joining the meeting.")
  /// `sendChatMessage`: nobody is in the meeting.
  public static let chatMeetingNotFound = APIFailure("meetingNotFound", "Meeting not found")
  /// `sendChatMessage`: no message came.
  public static let chatMessageMissing = APIFailure(
    "emptyError", "You must provide the param message")
  /// `sendChatMessage`: the message is empty or too long.
  public static let chatMessageLength = APIFailure(
    "sizeError", "Param message must be between 1 and 500 characters")
  /// `sendChatMessage`: the sender's name is too long.
  public static let chatUserNameLength = APIFailure(
    "sizeError", "Param userName must not exceed 255 characters")

  static let sessionCatalogue: [APIFailure] = [
    sessionTokenMissing, sessionInvalid, sessionNotFound, enterFull, guestDenied, chatMeetingNotFound,
    chatMessageMissing, chatMessageLength, chatUserNameLength,
  ]
}
