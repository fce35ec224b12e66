/// What the server remembers of one `join`: who came, from which browser, and how they may enter.
///
/// The tokens open the meeting; they are as secret as a password.
/// - Source: BBB's `UserSession`; facts §2.3, §2.18.
public struct UserSession: Sendable, Equatable, Codable {
  /// The tokens and IDs that the caller got.
  public var client: ClientSession
  /// The `userID` of the call, or the internal one where the caller gave none.
  public var externUserID: String
  /// The name on the wire; personal data.
  public var fullName: String
  /// Whether the person moderates.
  public var role: Role
  /// The servlet session (`JSESSIONID`) of the browser that joined.
  public var servletSession: String
  /// Whether `guest=true` was given.
  public var isGuest = false
  /// Whether the portal vouches for the person.
  public var isAuthenticated = true
  /// Whether the person is a program, which limits do not concern.
  public var isBot = false
  /// Where the person goes after the meeting; empty means to the server's root.
  public var logoutURL = ""
  /// The layout that the client begins with.
  public var defaultLayout = ""
  /// Further parameters of the call as they were given, such as `avatarURL` and `sessionName`.
  public var parameters: [Metadatum] = []

  /// Describes a session of somebody whom the portal vouches for.
  public init(
    client: ClientSession, externUserID: String, fullName: String, role: Role, servletSession: String
  ) {
    self.client = client
    self.externUserID = externUserID
    self.fullName = fullName
    self.role = role
    self.servletSession = servletSession
  }

  /// The value of a further parameter; nil when it was not given or is empty.
  public func parameter(_ name: String) -> String? {
    parameters.first { $0.key == name && !$0.value.isEmpty }?.value
  }
}

/// A presentation that somebody brought along; the simulator keeps what it is called, not its pages.
///
/// - Source: facts §2.2.
public struct PresentationDocument: Sendable, Equatable, Codable {
  /// The file's name without folders.
  public var name: String
  /// Where it was to be downloaded from; nil when it came in the body.
  public var url: String?
  /// The size of what came in the body; 0 for a link.
  public var bytes: Int
  /// Whether it is the one to be shown.
  public var isCurrent: Bool
  /// Whether viewers may download it.
  public var isDownloadable: Bool
  /// Whether a presenter may remove it.
  public var isRemovable: Bool

  /// Describes a document.
  public init(
    name: String, url: String?, bytes: Int, isCurrent: Bool, isDownloadable: Bool, isRemovable: Bool
  ) {
    self.name = name
    self.url = url
    self.bytes = bytes
    self.isCurrent = isCurrent
    self.isDownloadable = isDownloadable
    self.isRemovable = isRemovable
  }
}
