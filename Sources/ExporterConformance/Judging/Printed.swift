import BBBAPI

/// What an exporter has printed, asked for what nobody may read.
struct Printed: Sendable {
  let transcript: Transcript
  let secret: SharedSecret

  /// Whether a text of a case stands there; `{secret}` and `{checksum}` stand for what they name.
  func says(_ text: String) -> Bool {
    let printed = transcript.text
    return forms(of: text).contains { printed.contains($0) }
  }

  private func forms(of text: String) -> [String] {
    switch text {
    case "{secret}": [secret.reveal]
    // The one call whose checksum is the same at every scrape.
    case "{checksum}":
      ChecksumAlgorithm.allCases.map {
        Checksum.hexDigest(call: APICall.getMeetings.rawValue, query: "", secret: secret, algorithm: $0)
      }
    default: [text]
    }
  }
}
