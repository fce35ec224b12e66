/// A key and a sentence that accompany a `SUCCESS` answer.
public struct APINotice: Sendable, Equatable, Codable {
  /// The stable word that clients act on, such as `duplicateWarning`.
  public var messageKey: String
  /// The sentence for a person, exactly as BBB's source words it; the XML answers show two spaces as one.
  public var message: String

  init(_ messageKey: String, _ message: String) {
    self.messageKey = messageKey
    self.message = message
  }

  /// `create`: the meeting existed already (facts §2.2).
  public static let duplicateWarning = APINotice(
    "duplicateWarning", "This conference was already in existence and may currently be in progress.")
  /// `join` with `redirect=false` (facts §2.3).
  public static let successfullyJoined = APINotice("successfullyJoined", "You have joined successfully.")
  /// `join` with `redirect=false` for a guest who has to wait, up to 2.7 (facts §2.3).
  public static let guestWait = APINotice("guestWait", "Guest waiting for approval to join meeting.")
  /// `end` (facts §2.5).
  public static let sentEndMeetingRequest = APINotice(
    "sentEndMeetingRequest",
    "A request to end the meeting was sent.  Please wait a few seconds, and then use the getMeetingInfo "
      + "or isMeetingRunning API calls to verify that it was ended.")
  /// `getMeetings` of a server without meetings (facts §2.7).
  public static let noMeetings = APINotice("noMeetings", "no meetings were found on this server")
  /// `getSessions` of a server without sessions; the slip of the pen is BBB's (facts §2.9).
  public static let noSessions = APINotice("noSessions", "no sessions were found on this serverr")
  /// `guestWait`: a moderator has not decided yet (facts §2.18).
  public static let guestWaiting = APINotice(
    "guestWait", "Please wait for a moderator to approve you joining the meeting.")
  /// `guestWait`: approved, but the meeting is full.
  public static let seatWait = APINotice("seatWait", "Guest waiting for a seat in the meeting.")
  /// `guestWait`: a moderator has sent the guest away.
  public static let guestDeny = APINotice("guestDeny", "Guest denied of joining the meeting.")
  /// `guestWait` with `redirect=false` for somebody who may go in: words that bbb-web forgot to replace.
  public static let guestAllowed = APINotice("defaultKey", "defaultValue")
  /// `getRecordings` without a hit (facts §2.10).
  public static let noRecordings = APINotice(
    "noRecordings", "There are no recordings for the meeting(s).")
  /// `getRecordings` without a filter where the server does not give all of them (facts §2.10).
  public static let allRecordingsNotAllowed = APINotice(
    "noRecordings", "No recordings found. This may occur if you attempt to retrieve all recordings.")

  /// Every notice above, in the order of the reference page.
  public static let catalogue: [APINotice] = [
    duplicateWarning, successfullyJoined, guestWait, sentEndMeetingRequest, noMeetings, noSessions,
    guestWaiting, seatWait, guestDeny, guestAllowed, noRecordings, allRecordingsNotAllowed,
  ]
}
