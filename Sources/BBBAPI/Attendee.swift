/// A person in a meeting, as `getMeetings` and `getMeetingInfo` show them.
///
/// - Source: facts §4.7.
public struct Attendee: Sendable, Equatable, Codable {
  /// The ID that the caller of `join` chose, or the internal one (`w_…`) if the caller chose none.
  public var userID: String
  /// The name on the wire; personal data, which never reaches a log, a metric or an error text.
  public var fullName: String
  /// Whether the person moderates.
  public var role: Role
  /// Whether the person holds the presentation; at most one in a meeting does.
  public var isPresenter: Bool
  /// How the person hears the meeting.
  public var audio: Audio
  /// The number of camera streams that the person sends; 0 or more.
  public var cameraStreams: Int
  /// What the person joined with.
  public var clientType: ClientType
  /// `userdata-` parameters of the join call, in the order given.
  public var customData: [Metadatum]
  /// Whether the person is connected; a person who left stays listed until BBB purges them.
  public var isOnline: Bool

  /// Makes an attendee; by default a viewer who is online, silent and without a camera.
  public init(
    userID: String, fullName: String, role: Role = .viewer, isPresenter: Bool = false,
    audio: Audio = .none, cameraStreams: Int = 0, clientType: ClientType = .html5,
    customData: [Metadatum] = [], isOnline: Bool = true
  ) {
    self.userID = userID
    self.fullName = fullName
    self.role = role
    self.isPresenter = isPresenter
    self.audio = audio
    self.cameraStreams = cameraStreams
    self.clientType = clientType
    self.customData = customData
    self.isOnline = isOnline
  }
}

/// Whether a person moderates a meeting or watches it.
public enum Role: String, Sendable, Codable, CaseIterable {
  case moderator = "MODERATOR"
  case viewer = "VIEWER"
  /// A caller on the telephone.
  case dialInUser = "DIAL-IN-USER"
}

/// How a person hears a meeting; a listener has not joined voice (facts §4.6).
public enum Audio: String, Sendable, Codable, CaseIterable {
  case none
  case listening
  case microphone
}

/// What a person joined with: `HTML5`, `DIAL-IN`, and before 2.3 `FLASH`.
public struct ClientType: RawRepresentable, Sendable, Hashable, Codable {
  /// The text on the wire.
  public let rawValue: String

  /// Makes a client type of any spelling; the exporter must cope with the unknown ones too.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A browser.
  public static let html5 = ClientType(rawValue: "HTML5")
  /// A telephone.
  public static let dialIn = ClientType(rawValue: "DIAL-IN")
  /// The Flash client of BBB 2.2 and before.
  public static let flash = ClientType(rawValue: "FLASH")
}

/// One key and its value, of a meeting's metadata or a person's custom data.
public struct Metadatum: Sendable, Hashable, Codable {
  /// The element's name on the wire; metadata keys are lower case (facts §4.10).
  public var key: String
  /// The text, unescaped; may be empty.
  public var value: String

  /// Pairs a key with its value.
  public init(_ key: String, _ value: String) {
    self.key = key
    self.value = value
  }
}
