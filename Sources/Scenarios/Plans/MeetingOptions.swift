public import BBBAPI

/// What a meeting was created with beyond its name: parameters of `create`, under their names there.
///
/// - Source: facts §2.2.
public struct MeetingOptions: Sendable, Equatable {
  /// The most people allowed; 0 means any number.
  public var maxParticipants = 0
  /// Whole minutes after which the server ends the meeting; 0 means never. ``MeetingPlan/lasts`` ends it too.
  public var durationInMinutes = 0
  /// The welcome text; nil for the server's own.
  public var welcome: String?
  /// The number to dial within the conference system; nil lets the seed choose five digits.
  public var voiceBridge: String?
  /// The telephone number of the server; nil for the server's own.
  public var dialNumber: String?
  /// Who has to wait for a moderator.
  public var guestPolicy = GuestPolicy.alwaysAccept
  /// Where people go after the meeting; nil for the server's root.
  public var logoutURL: String?
  /// Whether the meeting ends a minute after its last moderator left.
  public var endWhenNoModerator = false

  /// The defaults of a fresh server.
  public init() {}
}

extension MeetingOptions {
  /// Puts what was chosen over what the server would have chosen.
  public func apply(to details: inout MeetingDetails) {
    details.maxUsers = maxParticipants
    details.durationInMinutes = durationInMinutes
    details.voiceBridge = voiceBridge ?? details.voiceBridge
    details.dialNumber = dialNumber ?? details.dialNumber
    details.settings.welcome = welcome ?? details.settings.welcome
    details.settings.guestPolicy = guestPolicy
    details.settings.logoutURL = logoutURL ?? details.settings.logoutURL
    details.settings.endWhenNoModerator = endWhenNoModerator
  }
}
