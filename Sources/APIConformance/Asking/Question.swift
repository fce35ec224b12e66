import BBBAPI

/// A request before it is signed: a call, and parameters as they will stand in the URL.
struct Question: Sendable {
  /// The path after `/api/`; empty for the version page.
  let call: String
  /// `name=value`, percent-encoded.
  var pieces: [String]
  var method = RequestMethod.get
  /// The `Content-Type`; nil sends none.
  var contentType: String?
  /// What is sent behind the head; never part of the checksum.
  var body = ""
  /// Whether the slash behind `/api` is left out, as health checks do.
  var isWithoutSlash = false

  /// A request whose parameters are encoded already, for what depends on the bytes.
  init(call: String, pieces: [String]) {
    self.call = call
    self.pieces = pieces
  }

  /// A request whose parameters are still to be encoded.
  init(_ call: APICall, _ parameters: [Metadatum]) {
    self.init(call: call.rawValue, pieces: parameters.map { SignedQuery.encoded([$0]) })
  }

  /// A request whose parameters are still to be encoded.
  init(_ call: APICall, _ parameters: KeyValuePairs<String, String> = [:]) {
    self.init(call, parameters.map { Metadatum($0.key, $0.value) })
  }

  /// The query without `?`; without a signature there is no checksum in it.
  func query(_ signature: Signature?, secret: SharedSecret) -> String {
    let all = signature?.applied(to: pieces, of: call, secret: secret) ?? pieces
    return all.joined(separator: "&")
  }
}

extension Question {
  /// The same by POST, with a body.
  func posting(_ body: String = "", as contentType: String? = nil) -> Question {
    var question = self
    question.method = .post
    question.body = body
    question.contentType = contentType
    return question
  }

  /// The same by POST, everything in a form and nothing in the URL: what the checksum covers is the server's business.
  func asForm(covering rule: FormChecksumRule, secret: SharedSecret) -> Question {
    let checksum = Checksum.hexDigest(
      call: call, query: rule.covered(of: pieces), secret: secret, algorithm: .sha256)
    let body = (pieces + ["checksum=\(checksum)"]).joined(separator: "&")
    return Question(call: call, pieces: []).posting(body, as: MediaType.form)
  }

  /// What a report may call it.
  var title: String { call.isEmpty ? "the version page" : call }
}

/// The media types that BBB tells apart.
///
/// - Source: facts §1.4.
enum MediaType {
  static let form = "application/x-www-form-urlencoded"
  static let xml = "application/xml"
}

extension FormChecksumRule {
  /// What the checksum of a form covers; the pieces are such that encoding them anew changes nothing.
  fileprivate func covered(of pieces: [String]) -> String {
    switch self {
    case .emptyQuery: ""
    case .sortedRebuild: pieces.sorted().joined(separator: "&")
    case .bodyOrder: pieces.joined(separator: "&")
    }
  }
}
