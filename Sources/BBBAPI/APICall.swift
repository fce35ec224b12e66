/// A call of the BigBlueButton API; the raw value is the path after `/bigbluebutton/api/`.
public enum APICall: String, CaseIterable, Sendable, Codable {
  /// The version page, the only call here that needs no checksum (facts §1.5).
  case index = ""
  case create
  case join
  case isMeetingRunning
  case end
  case getMeetings
  case getMeetingInfo
  case getRecordings
}

extension APICall {
  /// Whether BBB checks a checksum before it answers.
  public var needsChecksum: Bool { self != .index }

  /// Whether BBB's recording controller answers, which has an error text and an order of checks of its own (facts §1.3).
  public var isRecordingCall: Bool { self == .getRecordings }

  /// The media types that a body may have where the profile looks at them, in lower case (facts §1.4).
  public var acceptedMediaTypes: [String] {
    let form = ["application/x-www-form-urlencoded", "multipart/form-data"]
    return self == .create ? form + ["application/xml", "text/xml"] : form
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
