import BBBAPI
import ConformanceKit

extension Rule {
  /// Who may call: the checksum in all its forms.
  static let signing: [Rule] = [
    Rule(
      "signing/unsigned-refused", .required, "A call without a checksum is refused with checksumError.",
      .facts("§1.3", "missing checksum: checksumError, status 200")
    ) { hearing in
      let answer = try await hearing.ask(Question(.getMeetings), signature: nil)
      hearing.expectRefusal(answer, keys: ["checksumError"])
    },

    Rule(
      "signing/wrong-checksum-refused", .required,
      "A checksum with one wrong digit is refused with checksumError, status 200.",
      .facts("§1.3", "wrong checksum: checksumError"), .facts("§0", "status 200 for SUCCESS and for FAILED")
    ) { hearing in
      let answer = try await hearing.ask(Question(.getMeetings), signature: Signature(isForged: true))
      hearing.expectRefusal(answer, keys: ["checksumError"])
    },

    Rule(
      "signing/checksum-anywhere", .required, "The checksum may stand first, in the middle or last.",
      .facts("§1.1", "the parameter may be first, in the middle, last, or alone")
    ) { hearing in
      for position in Signature.Position.allCases {
        try await hearing.expectVerified(hearing.harmless("one=1"), Signature(position: position))
      }
    },

    Rule(
      "signing/raw-query-signed", .required,
      "The checksum covers the query as sent, however it is encoded: `+`, `%20`, digits of either case.",
      .facts("§1.1", "do not decode, re-encode or normalise; `+` vs `%20` matter")
    ) { hearing in
      for piece in ["probe=a+b", "probe=a%20b", "probe=%C3%A9%2f", "probe=%7e~"] {
        try await hearing.expectVerified(hearing.harmless(piece), Signature())
      }
    },

    Rule(
      "signing/sha1-and-sha256", .required, "Checksums by SHA-1 and by SHA-256 are accepted.",
      .facts("§1.2", "sha1 always, sha256 since 2.4 at the latest")
    ) { hearing in
      for algorithm in [ChecksumAlgorithm.sha1, .sha256] {
        try await hearing.expectVerified(hearing.harmless(), Signature(algorithm: algorithm))
      }
    },

    Rule(
      "signing/sha384-and-sha512", .recommended, "Checksums by SHA-384 and by SHA-512 are accepted.",
      .facts("§1.2", "sha384 and sha512 since 2.5; supportedChecksumAlgorithms may leave them out"),
      for: { $0.allowedAlgorithms.contains(.sha512) }
    ) { hearing in
      for algorithm in [ChecksumAlgorithm.sha384, .sha512] {
        try await hearing.expectVerified(hearing.harmless(), Signature(algorithm: algorithm))
      }
    },

    Rule(
      "signing/upper-case-hex", .recommended, "A checksum in upper-case hexadecimal is accepted.",
      .facts("§1.2", "2.5+: case-insensitive hex compare"),
      for: { $0.checksumComparison == .ignoringCase }
    ) { hearing in
      try await hearing.expectVerified(hearing.harmless(), Signature(isUpperCase: true))
    },
  ]
}

extension Hearing {
  /// A question that changes nothing and that every server answers with SUCCESS: is an unknown meeting running?
  ///
  /// - Source: facts §2.4; unknown parameters are ignored, §2.2.
  func harmless(_ pieces: String...) -> Question {
    let question = Question(.isMeetingRunning, ["meetingID": nextMeeting().meetingID])
    return Question(call: question.call, pieces: question.pieces + pieces)
  }

  func expectVerified(_ question: Question, _ signature: Signature) async throws {
    let answer = try await ask(question, signature: signature)
    guard !answer.hasSucceeded else { return }
    let pieces = question.pieces.dropFirst().joined(separator: "&")
    var finding = Finding(
      "a right checksum was not accepted", expected: "status 200, SUCCESS", actual: "\(answer)",
      at: answer.place)
    finding.hint =
      "\(signature.algorithm), checksum \(signature.position)" + (pieces.isEmpty ? "" : ", with \(pieces)")
    record(finding)
  }
}
