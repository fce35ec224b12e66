import XMLStreaming

/// What came back: status, media type, bytes, and the document that the bytes are.
struct Answer: Sendable {
  /// Which request was answered, for findings: `request 2, create`.
  let place: String
  let status: Int
  let contentType: String?
  let body: [UInt8]
  let document: Result<Element, XMLStreamError>
  /// Where a redirect leads.
  var location: String?

  init(place: String, status: Int, contentType: String?, body: [UInt8]) {
    self.place = place
    self.status = status
    self.contentType = contentType
    self.body = body
    document = Result { () throws(XMLStreamError) in try Element.reading(body) }
  }

  /// The root of a BBB answer; nil when the body is anything else.
  var response: Element? {
    guard case .success(let root) = document, root.name == "response" else { return nil }
    return root
  }

  var hasSucceeded: Bool { status == 200 && response?.text(of: "returncode") == "SUCCESS" }

  /// Whether the caller is sent to the `join` of another API server, as load balancers do with people.
  ///
  /// A refused join leads to a page of people instead (facts §3.4).
  var leadsToAnotherJoin: Bool {
    guard (300..<400).contains(status), let location else { return false }
    return location.prefix { $0 != "?" }.hasSuffix("/api/join") && location.contains("checksum=")
  }

  var hasFailed: Bool { response?.text(of: "returncode") == "FAILED" }

  /// The key that clients act on, in the usual form or that of `<errors>` (facts §3.1, §3.2).
  var messageKey: String? {
    response?.text(of: "messageKey") ?? response?["errors"]?["error"]?.text(of: "key")
  }
}

extension Answer: CustomStringConvertible {
  /// The answer in a few words; of the body no more than its returncode and key.
  var description: String {
    let words = [response?.text(of: "returncode") ?? formless, messageKey ?? ""].filter { !$0.isEmpty }
    return "status \(status), " + words.map(\.bounded).joined(separator: " ")
  }

  private var formless: String {
    switch document {
    case .success(let root): root.name == "response" ? "no returncode" : "root <\(root.name.bounded)>"
    case .failure(let error): "no XML (\(error))"
    }
  }
}

extension String {
  /// A text that the server chose, or, when it is long, only how long it is.
  ///
  /// Cutting it short would leave half a secret, which no redactor recognises.
  var bounded: String { count > 60 ? "(\(count) characters)" : self }
}
