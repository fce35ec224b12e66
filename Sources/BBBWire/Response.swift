public import BBBAPI

/// The answers of the API as BBB's templates write them.
///
/// Each element stands on a line of its own, without indentation, and no line feed ends the document (facts §0).
/// Times are in UTC. Recordings come from another engine, see `Response+Recordings.swift`.
public enum Response {
  /// The answer of `getMeetings`, in the order given.
  ///
  /// - Parameters:
  ///   - meetings: every meeting of the server.
  ///   - profile: the version that answers.
  ///   - capacity: the bytes to set aside; a good guess spares a large answer from being moved while it grows.
  /// - Returns: the document.
  public static func getMeetings(
    _ meetings: some Sequence<Meeting>, profile: Profile = .v3_0, capacity: Int = 1024
  ) -> [UInt8] {
    var document = MeetingsDocument(profile: profile, capacity: capacity)
    for meeting in meetings { document.append(meeting) }
    document.finish()
    return document.text.bytes
  }

  /// The answer of `getMeetingInfo`.
  public static func getMeetingInfo(_ meeting: Meeting, profile: Profile = .v3_0) -> [UInt8] {
    succeeded { $0.meeting(meeting, numbers: profile.getMeetingInfoNumbers, profile: profile) }
  }

  /// The answer of `create`, for a new meeting or (`duplicate`) one that existed.
  ///
  /// - Source: facts §2.2.
  public static func created(_ meeting: Meeting, duplicate: Bool) -> [UInt8] {
    succeeded { text in
      text.createdMeeting(meeting)
      text.notice(duplicate ? .duplicateWarning : nil)
    }
  }

  /// The answer of `join` with `redirect=false`.
  ///
  /// - Source: facts §2.3.
  public static func joined(_ session: ClientSession, profile: Profile = .v3_0) -> [UInt8] {
    let waits = session.guestStatus == .wait && profile.hasGuestWaitPage
    return succeeded { text in
      text.notice(waits ? .guestWait : .successfullyJoined)
      text.session(session)
    }
  }

  /// The answer of `isMeetingRunning`; false for an unknown meeting too (facts §2.4).
  public static func running(_ isRunning: Bool) -> [UInt8] {
    succeeded { $0.element("running", isRunning) }
  }

  /// The answer of `end`.
  public static func ended() -> [UInt8] {
    succeeded { $0.notice(.sentEndMeetingRequest) }
  }

  /// A failed call (facts §3.1).
  public static func failure(_ failure: APIFailure) -> [UInt8] {
    document("FAILED") { $0.message(key: failure.messageKey, failure.message) }
  }

  /// A failed call in the older form, which only the collision of voice bridges still has (facts §3.2).
  public static func failures(_ failures: [APIFailure]) -> [UInt8] {
    document("FAILED") { text in
      text.container("errors") { text in
        for failure in failures { text.error(failure) }
      }
    }
  }

  static func succeeded(_ content: (inout WireText) -> Void) -> [UInt8] {
    document("SUCCESS", content)
  }

  static func document(_ returncode: String, _ content: (inout WireText) -> Void) -> [UInt8] {
    var text = WireText()
    text.raw("<response>\n")
    text.element("returncode", returncode)
    content(&text)
    text.raw("</response>")
    return text.bytes
  }
}
