/// A call of the BigBlueButton API; the raw value is the path after `/bigbluebutton/api/`.
///
/// - Source: facts §2.0.
public enum APICall: String, CaseIterable, Sendable, Codable {
  /// The version page.
  case index = ""
  case create
  case join
  case isMeetingRunning
  case end
  case getMeetings
  case getMeetingInfo
  case getSessions
  case insertDocument
  case sendChatMessage
  case getRecordings
  case publishRecordings
  case deleteRecordings
  case updateRecordings
  case getRecordingTextTracks
  case putRecordingTextTrack
  case getJoinUrl
  case enter
  case guestWait
  case stuns
  case signOut
  case learningDashboard
  case feedback
  /// The calls of the bbb-webhooks application, which sits behind the same address (facts §2.19).
  case hooksCreate = "hooks/create"
  case hooksList = "hooks/list"
  case hooksDestroy = "hooks/destroy"
  case hooksPing = "hooks/ping"
}

extension APICall {
  /// What tells the server that a caller may ask.
  public enum Authentication: Sendable {
    /// Anybody may (facts §1.5).
    case none
    /// Who knows the shared secret.
    case checksum
    /// Whom `join` gave a session token.
    case sessionToken
  }

  /// What tells the server that the caller may ask.
  public var authentication: Authentication {
    switch self {
    case .index, .hooksPing: .none
    case .getJoinUrl, .enter, .guestWait, .stuns, .signOut, .learningDashboard, .feedback: .sessionToken
    default: .checksum
    }
  }

  /// Whether BBB checks a checksum before it answers.
  public var needsChecksum: Bool { authentication == .checksum }

  /// Whether BBB's recording controller answers, which has an error text and an order of checks of its own (facts §1.3).
  public var isRecordingCall: Bool {
    switch self {
    case .getRecordings, .publishRecordings, .deleteRecordings, .updateRecordings, .getRecordingTextTracks,
      .putRecordingTextTrack:
      true
    default: false
    }
  }

  /// Whether the bbb-webhooks application answers, which has texts and forms of its own (facts §2.19).
  public var isWebhooksCall: Bool { rawValue.hasPrefix("hooks/") }

  /// The media types that a body may have where the profile looks at them, in lower case (facts §1.4).
  public var acceptedMediaTypes: [String] {
    let form = ["application/x-www-form-urlencoded", "multipart/form-data"]
    let xml = ["application/xml", "text/xml"]
    switch self {
    case .create: return form + xml
    case .insertDocument: return xml
    default: return form
    }
  }

  /// Whether a body of this `Content-Type` may come with the call; parameters and case do not count.
  public func accepts(contentType: String?) -> Bool {
    guard let essence = contentType?.split(separator: ";", omittingEmptySubsequences: false).first else {
      return false
    }
    let trimmed = essence.drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\t" }
    return acceptedMediaTypes.contains(trimmed.lowercased())
  }
}

/// A method of HTTP that the API knows.
public enum RequestMethod: String, CaseIterable, Sendable, Codable {
  case get = "GET"
  case post = "POST"
}
