import BBBAPI

/// A request before it is signed: a call, and parameters as they will stand in the URL.
struct Question: Sendable {
  /// The path after `/api/`; empty for the version page.
  let call: String
  /// `name=value`, percent-encoded.
  let pieces: [String]

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
