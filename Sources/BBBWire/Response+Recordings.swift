public import BBBAPI

/// The answers of `getRecordings`; their white space is that of BBB's Scala source.
///
/// - Source: facts §2.10.
extension Response {
  /// The answer of `getRecordings`.
  ///
  /// - Parameters:
  ///   - recordings: what to show, in this order; of a page, the recordings on it.
  ///   - totalElements: of a page, the number of recordings that the filters found; nil when no page was asked for.
  ///     A page goes through another engine, which closes empty elements and shows one format a recording.
  /// - Returns: the document.
  public static func recordings(
    _ recordings: some Sequence<Recording>, totalElements: Int? = nil
  ) -> [UInt8] {
    var text = RecordingsText(engine: totalElements == nil ? .scala : .transformer)
    text.raw("<response>\n          <returncode>SUCCESS</returncode>\n          ")
    var isEmpty = true
    for recording in recordings {
      if isEmpty { text.raw("<recordings>") }
      isEmpty = false
      text.recording(recording)
    }
    text.end(isEmpty: isEmpty, totalElements: totalElements)
    return text.text.bytes
  }

  /// The answer to a `getRecordings` that asks for all where the server does not give all (facts §2.10).
  ///
  /// On one line, as Java's transformer prints it.
  public static func allRecordingsNotAllowed() -> [UInt8] {
    var text = RecordingsText(engine: .transformer)
    text.container("response") { text in
      text.element("returncode", "SUCCESS")
      text.element("messageKey", APINotice.allRecordingsNotAllowed.messageKey)
      text.element("message", APINotice.allRecordingsNotAllowed.message)
    }
    return text.text.bytes
  }
}

extension RecordingsText {
  /// Writes what follows the last recording.
  fileprivate mutating func end(isEmpty: Bool, totalElements: Int?) {
    if isEmpty { nothing() } else { raw("</recordings>") }
    raw("\n        ")
    if let totalElements { element("totalElements", totalElements) }
    raw("</response>")
  }

  private mutating func nothing() {
    element("recordings", "")
    raw("\n          ")
    element("messageKey", APINotice.noRecordings.messageKey)
    raw("\n          ")
    element("message", APINotice.noRecordings.message)
  }
}
