import HTTPTypes

extension HTTPRequest {
  /// nginx reads a request line, and each header, into a buffer of so many bytes (`large_client_header_buffers`).
  private static let largestLine = 8192
  /// nginx has four such buffers.
  private static let largestHead = 4 * largestLine

  /// With what nginx in front of BBB refuses a request before anybody reads it; nil lets it through.
  ///
  /// Headers that are too large are a 400 there, not a 431.
  var refusal: HTTPResponse.Status? {
    // The method before it; a blank and the version behind it.
    if method.rawValue.utf8.count + (path?.utf8.count ?? 0) + " ".utf8.count * 2 + "HTTP/1.1\r\n".utf8.count
      > Self.largestLine
    {
      return .uriTooLong
    }
    var total = 0
    for field in headerFields {
      let line = field.name.rawName.utf8.count + field.value.utf8.count + ": \r\n".utf8.count
      total += line
      if line > Self.largestLine || total > Self.largestHead { return .badRequest }
    }
    // Who asks first is told at once; who sends anyway is heard out to the limit, or it would never read the answer.
    guard expectsContinue, let length = headerFields[.contentLength].flatMap({ Int($0) }) else { return nil }
    return length > ConnectionStateMachine.largestBody && CollectedRequest(head: self) != nil
      ? .contentTooLarge : nil
  }

  /// Whether the client waits for a word before it sends the body; other expectations are passed over, as by nginx.
  var expectsContinue: Bool {
    headerFields[.expect]?.lowercased() == "100-continue"
  }
}
