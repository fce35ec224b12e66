public import BBBAPI
public import BBBClient

/// Where requests go and which ones: a page, or an API with a mix of signed calls.
public struct LoadTarget: Sendable {
  /// The host, the port, and the page or the base of the API.
  public let location: HTTPLocation
  let calls: [TargetCall]

  /// One page, such as an exporter's `/metrics`; any answer of 200 to 299 is good.
  public init(page location: HTTPLocation) {
    self.location = location
    let name = Redaction.redacted(location.requestTarget)
    calls = [TargetCall(name: name, requestTarget: location.requestTarget, weight: 1, speaksBBB: false)]
  }

  /// A server's API; an answer is good when it says neither by its status nor by `FAILED` that something is wrong.
  public init(
    api base: APIBase, secret: SharedSecret, algorithm: ChecksumAlgorithm = .sha256, mix: CallMix
  ) throws(HTTPLocationError) {
    let location = try HTTPLocation(parsing: base.text)
    self.location = location
    calls = mix.entries.map { entry in
      let query = SignedQuery.signed(
        call: entry.call.rawValue, parameters: entry.parameters, secret: secret, algorithm: algorithm,
        checksumFirst: true)
      return TargetCall(
        name: entry.name, requestTarget: "\(location.requestTarget)\(entry.call.rawValue)?\(query)",
        weight: entry.weight, speaksBBB: true)
    }
  }

  /// The URL for reports, without what proves something.
  public var redactedText: String { Redaction.redacted(location.text) }

  /// The names of the calls, in the order in which they were given.
  public var callNames: [String] { calls.map(\.name) }
}

/// One kind of request: what travels, and what a good answer is.
struct TargetCall: Sendable {
  /// What reports call it.
  let name: String
  /// Path and query; holds the checksum, so nobody may show it.
  let requestTarget: String
  /// Above 0.
  let weight: Double
  /// Whether the answer says by a word in its body whether the call succeeded.
  let speaksBBB: Bool

  /// The request as it travels.
  func requestText(authority: String, userAgent: String) -> String {
    "GET \(requestTarget) HTTP/1.1\r\nHost: \(authority)\r\nUser-Agent: \(userAgent)\r\nAccept: */*\r\n\r\n"
  }
}
