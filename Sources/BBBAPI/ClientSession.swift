/// What `join` grants: one browser's way into a meeting.
///
/// The tokens open the meeting; they are as secret as a password.
/// - Source: facts §2.3.
public struct ClientSession: Sendable, Equatable, Codable {
  /// The internal ID of the meeting.
  public var internalMeetingID: String
  /// The internal ID of the person: `w_` and 12 lower-case letters and digits.
  public var userID: String
  /// 12 lower-case letters and digits.
  public var authToken: String
  /// 16 lower-case letters and digits.
  public var sessionToken: String
  /// Whether the person may enter at once.
  public var guestStatus: GuestStatus
  /// Where the browser goes, the session token included.
  public var url: String

  /// Describes a session.
  public init(
    internalMeetingID: String, userID: String, authToken: String, sessionToken: String,
    guestStatus: GuestStatus = .allow, url: String
  ) {
    self.internalMeetingID = internalMeetingID
    self.userID = userID
    self.authToken = authToken
    self.sessionToken = sessionToken
    self.guestStatus = guestStatus
    self.url = url
  }
}

/// What the guest policy decided about a person (facts §4.8).
public enum GuestStatus: String, Sendable, Codable, CaseIterable {
  case allow = "ALLOW"
  case wait = "WAIT"
  case deny = "DENY"
}
