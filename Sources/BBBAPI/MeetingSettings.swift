/// What `create` decided about a meeting beyond what `getMeetings` shows of it.
///
/// - Source: facts §2.2, §8 for the defaults.
public struct MeetingSettings: Sendable, Equatable, Codable {
  /// The voice conference of browsers; the same as the voice bridge unless the caller chose another.
  public var webVoice = ""
  /// Who has to wait for a moderator.
  public var guestPolicy = GuestPolicy.alwaysAccept
  /// Whether the meeting ends some time after its last moderator left.
  public var endWhenNoModerator = false
  /// How long after that, in minutes.
  public var endWhenNoModeratorDelayInMinutes = 1
  /// Whether session calls do without the cookie that `join` set.
  public var allowRequestsWithoutSession = false
  /// The welcome text with its keywords filled in.
  public var welcome = ""
  /// Where people go after the meeting; empty means to the server's root.
  public var logoutURL = ""
  /// The layout that the client begins with.
  public var meetingLayout = "CUSTOM_LAYOUT"
  /// Features of the client that are off, such as `presentation`.
  public var disabledFeatures: [String] = []
  /// Settings of the client that came in the body; JSON as it was sent.
  public var clientSettingsOverride: String?
  /// Every other parameter that BBB knows, as it was given, in the order of the call.
  public var parameters: [Metadatum] = []

  /// How many sessions one user ID may have in a meeting; the oldest goes when another comes (`maxUserConcurrentAccesses`).
  public static let maxUserConcurrentAccesses = 3

  /// The defaults of a fresh server.
  public init() {}

  /// The value of another parameter; nil when it was not given or is empty.
  public func parameter(_ name: String) -> String? {
    parameters.first { $0.key == name && !$0.value.isEmpty }?.value
  }

  /// A parameter that Java's `parseBoolean` reads; the default where it was not given.
  public func flag(_ name: String, default standard: Bool = false) -> Bool {
    parameter(name).map { $0.lowercased() == "true" } ?? standard
  }
}

/// Who may enter at once, and who waits until a moderator decides.
///
/// - Source: facts §4.8.
public enum GuestPolicy: String, Sendable, Codable, CaseIterable {
  case alwaysAccept = "ALWAYS_ACCEPT"
  case alwaysDeny = "ALWAYS_DENY"
  case askModerator = "ASK_MODERATOR"
  /// Only guests wait, whoever is known to the portal does not.
  case alwaysAcceptAuth = "ALWAYS_ACCEPT_AUTH"
}

extension GuestPolicy {
  /// What the policy says about somebody who joins.
  ///
  /// - Parameters:
  ///   - role: moderators are always let in.
  ///   - guest: the `guest` parameter; nil when it was not given.
  ///   - isAuthenticated: the `auth` parameter, true by default when `guest` is absent.
  ///   - authenticatedGuest: the server's property of that name; where it is false only guests are subject to the policy.
  /// - Returns: whether they enter, wait, or are sent away.
  /// - Source: BBB's `Meeting.calcGuestStatus` of 2.7.
  public func status(
    of role: Role, guest: Bool?, isAuthenticated: Bool, authenticatedGuest: Bool = true
  ) -> GuestStatus {
    guard authenticatedGuest else { return guest == true ? statusOfUnauthenticatedGuest : .allow }
    if role == .moderator || guest == false { return .allow }
    return switch self {
    case .alwaysAccept: .allow
    case .alwaysDeny: .deny
    case .askModerator: guest == true || isAuthenticated ? .wait : .allow
    case .alwaysAcceptAuth: guest == true ? .wait : .allow
    }
  }

  private var statusOfUnauthenticatedGuest: GuestStatus {
    switch self {
    case .alwaysAccept, .alwaysAcceptAuth: .allow
    case .askModerator: .wait
    case .alwaysDeny: .deny
    }
  }
}
