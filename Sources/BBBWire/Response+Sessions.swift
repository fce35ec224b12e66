import BBBAPI

/// Sessions, presentations and messages.
extension Response {
  /// The answer of `getSessions`; the element of a session is called `meeting`.
  ///
  /// - Parameter sessions: the internal ID and name of a meeting, and who is there.
  /// - Returns: the document.
  /// - Source: facts §2.9.
  public static func getSessions(
    _ sessions: [(internalMeetingID: String, meetingName: String, userName: String)]
  ) -> [UInt8] {
    succeeded { text in
      guard !sessions.isEmpty else {
        text.raw("<sessions/>\n")
        return text.notice(.noSessions)
      }
      text.container("sessions") { text in
        for session in sessions {
          text.container("meeting") { text in
            text.element("meetingID", session.internalMeetingID)
            text.element("meetingName", session.meetingName)
            text.element("userName", session.userName)
          }
        }
      }
    }
  }

  /// The answer of `insertDocument`, which has no message key (facts §2.16, §13).
  public static func insertDocument(succeeded: Bool, message: String) -> [UInt8] {
    document(succeeded ? "SUCCESS" : "FAILED") { $0.element("message", message) }
  }

  /// The answer of `sendChatMessage`: both elements empty, since the template reads another name (facts §2.17).
  public static func chatMessageSent() -> [UInt8] {
    succeeded { $0.notice(nil) }
  }

  /// The answer of `signOut`, whatever came (facts §2.18).
  public static func signedOut() -> [UInt8] {
    Array("<response><returncode>SUCCESS</returncode></response>".utf8)
  }
}
