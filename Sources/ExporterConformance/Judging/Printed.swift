import BBBAPI

/// What an exporter has printed, asked for what nobody may read.
struct Printed: Sendable {
  let transcript: Transcript
  let secret: SharedSecret

  /// Whether a text of a case was ever printed; `{secret}` and `{checksum}` stand for what they name.
  func says(_ text: String) -> Bool {
    let printed = transcript.text
    return Self.forms(of: text, secret).contains { transcript.hasSeen($0) || printed.contains($0) }
  }

  /// How many lines have a text in them, in capitals or not.
  func lines(about text: String) -> Int {
    let wanted = text.lowercased()
    return transcript.text.split(whereSeparator: \.isNewline).count { $0.lowercased().contains(wanted) }
  }

  /// What a text of a case looks like when it is printed.
  static func forms(of text: String, _ secret: SharedSecret) -> [String] {
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
