public import BBBAPI

/// The answer of `getMeetings`, written meeting by meeting, so that a large one can leave in pieces.
///
/// ```swift
/// var document = MeetingsDocument(profile: .v3_0)
/// for meeting in meetings { document.append(meeting) }
/// document.finish()
/// let body = document.text.bytes
/// ```
/// - Source: facts §2.7.
public struct MeetingsDocument: Sendable {
  /// What was written so far; ``WireText/take()`` empties it.
  public var text: WireText
  private let profile: Profile
  private var isEmpty = true

  /// Starts an answer.
  ///
  /// - Parameters:
  ///   - profile: the version that answers.
  ///   - capacity: the bytes to set aside; more may be written.
  public init(profile: Profile, capacity: Int = 1024) {
    self.profile = profile
    text = WireText(capacity: capacity)
    text.raw("<response>\n<returncode>SUCCESS</returncode>\n")
  }

  /// Writes the next meeting.
  public mutating func append(_ meeting: Meeting) {
    if isEmpty { text.raw("<meetings>\n") }
    isEmpty = false
    text.raw("<meeting>\n")
    text.meeting(meeting, numbers: profile.getMeetingsNumbers, profile: profile)
    text.raw("</meeting>\n")
  }

  /// Writes the end; an answer without meetings has a form of its own.
  public mutating func finish() {
    if isEmpty {
      text.raw("<meetings/>\n")
      text.notice(.noMeetings)
    } else {
      text.raw("</meetings>\n")
    }
    text.raw("</response>")
  }
}
