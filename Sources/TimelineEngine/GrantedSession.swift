import BBBAPI

/// A session with the person whose it is.
struct GrantedSession: Sendable, Equatable {
  /// Several sessions may be one person's.
  var person: PersonKey
  var session: UserSession
  /// Who will come in when a moderator says so; nil for somebody who is in, or who was sent away.
  var waiting: Attendee?

  var token: String { session.client.sessionToken }

  /// Whether a moderator who speaks of `name` means this one: by either ID, or by the name on the wire.
  func isMeant(by name: String) -> Bool {
    [session.client.userID, session.externUserID, session.fullName].contains { $0.hasSameBytes(as: name) }
  }
}
