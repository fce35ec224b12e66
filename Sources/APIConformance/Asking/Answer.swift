import BBBAPI
import FoundationEssentials
import NIOHTTP1
import XMLStreaming

/// What came back: status, media type, bytes, and the document that the bytes are.
struct Answer: Sendable {
  /// Which request was answered, for findings: `request 2, create`.
  let place: String
  let status: Int
  let headers: HTTPHeaders
  let body: [UInt8]
  let document: Result<Element, XMLStreamError>
  init(place: String, status: Int, headers: HTTPHeaders = [:], body: [UInt8]) {
    self.place = place
    self.status = status
    self.headers = headers
    self.body = body
    document = Result { () throws(XMLStreamError) in try Element.reading(body) }
  }

  var contentType: String? { header("Content-Type") }

  /// The first header of that name, whatever its case.
  func header(_ name: String) -> String? { headers.first(name: name) }

  /// Whether a cookie of that name is set.
  func sets(cookie name: String) -> Bool { headers["Set-Cookie"].contains { $0.hasPrefix(name + "=") } }

  /// The content type without parameters, in lower case.
  var mediaType: String? {
    contentType?.split(separator: ";").first?.filter { $0 != " " }.lowercased()
  }

  /// Where a redirect leads; nil where it is none.
  var location: String? { (300..<400).contains(status) ? header("Location") : nil }

  /// The body as a text, for what depends on the bytes.
  var text: String { String(decoding: body, as: UTF8.self) }

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
    guard let location else { return false }
    return location.prefix { $0 != "?" }.hasSuffix("/api/join") && location.contains("checksum=")
  }

  var hasFailed: Bool { response?.text(of: "returncode") == "FAILED" }

  /// The key that clients act on, in the usual form or that of `<errors>` (facts §3.1, §3.2).
  var messageKey: String? {
    response?.text(of: "messageKey") ?? response?["errors"]?["error"]?.text(of: "key")
  }

  /// The sentence for a person, in either form.
  var message: String? {
    response?.text(of: "message") ?? response?["errors"]?["error"]?.text(of: "message")
  }
}

extension Answer {
  /// The failures that `join` puts into the query of a redirect; nil when there are none.
  ///
  /// - Source: facts §3.4.
  var redirectedFailures: [APIFailure]? {
    guard let location, let mark = location.firstIndex(of: "?") else { return nil }
    let query = location[location.index(after: mark)...].prefix { $0 != "#" }
    guard let errors = QueryParameters(decoding: String(query))["errors"] else { return nil }
    // Whatever else it is, it isn't a list of failures.
    return try? JSONDecoder().decode([Reported].self, from: Data(errors.utf8)).map(\.failure)
  }

  /// The failure in an answer that is JSON; nil when there is none.
  ///
  /// - Source: facts §2.14.
  var failureInJSON: APIFailure? {
    // Whatever else it is, it isn't a failure.
    guard let wrapper = try? JSONDecoder().decode(Wrapper.self, from: Data(body)),
      wrapper.response.returncode == "FAILED"
    else { return nil }
    return APIFailure(
      messageKey: wrapper.response.messageKey ?? "", message: wrapper.response.message ?? "")
  }

  private struct Reported: Decodable {
    var key: String
    var message: String
    var failure: APIFailure { APIFailure(messageKey: key, message: message) }
  }

  private struct Wrapper: Decodable {
    struct Response: Decodable {
      var returncode: String
      var messageKey: String?
      var message: String?
    }
    var response: Response
  }
}

extension Answer: CustomStringConvertible {
  /// The answer in a few words; of the body no more than its returncode and key.
  var description: String {
    let words = [response?.text(of: "returncode") ?? formless, messageKey ?? ""].filter { !$0.isEmpty }
    return "status \(status), " + words.map(\.bounded).joined(separator: " ")
  }

  private var formless: String {
    if let failures = redirectedFailures {
      return "a redirect with the errors " + failures.map(\.messageKey).joined(separator: " ").bounded
    }
    if location != nil { return "a redirect" }
    if let failure = failureInJSON { return "JSON, FAILED \(failure.messageKey.bounded)" }
    switch document {
    case .success(let root): return root.name == "response" ? "no returncode" : "root <\(root.name.bounded)>"
    case .failure(let error): return "no XML (\(error))"
    }
  }
}

extension String {
  /// A text that the server chose, or, when it is long, only how long it is.
  ///
  /// Cutting it short would leave half a secret, which no redactor recognises.
  var bounded: String { count > 60 ? "(\(count) characters)" : self }
}
