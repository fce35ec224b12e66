import BBBAPI
import TestSupport
import Testing

/// Laws over 2,000 random queries; a failure names its seed.
@Suite struct ChecksumLawTests {
  @Test func `what was signed is accepted, wherever the checksum stands`() {
    for seed in UInt64(1)...2000 {
      let signed = RandomRequest(seed: seed)
      for position in 0...signed.segments.count {
        #expect(
          signed.fault(in: signed.query(checksumAt: position)) == nil, "seed \(seed), position \(position)")
      }
    }
  }

  @Test func `a flipped character is not accepted`() {
    for seed in UInt64(1)...2000 {
      var signed = RandomRequest(seed: seed)
      let query = signed.query(checksumAt: Int.random(in: 0...signed.segments.count, using: &signed.random))
      let flipped = signed.flippingOneCharacter(of: query)
      #expect(signed.fault(in: flipped) != nil, "seed \(seed): \(flipped)")
    }
  }

  @Test func `every character of a query counts`() {
    var signed = RandomRequest(seed: 7)
    let query = signed.query(checksumAt: 0)
    for offset in 0..<query.utf8.count {
      let flipped = signed.flipping(offset, of: query)
      #expect(signed.fault(in: flipped) != nil, "\(flipped)")
    }
  }

  @Test func `a client's query is accepted with the checksum first and last`() {
    for seed in UInt64(1)...200 {
      var random = SeededGenerator(seed: seed)
      let parameters = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        Metadatum(Self.word(using: &random), Self.word(using: &random))
      }
      for isFirst in [true, false] {
        let query = RawQuery(
          SignedQuery.signed(
            call: "create", parameters: parameters, secret: RandomRequest.secret, checksumFirst: isFirst))
        let request = SignedRequest(call: .create, query: query)
        let verifier = ChecksumVerifier(secret: RandomRequest.secret, profile: .v3_0)
        #expect(verifier.fault(of: request) == nil, "seed \(seed)")
        #expect(query.parameters.pairs.filter { $0.key != "checksum" } == parameters, "seed \(seed)")
        #expect(query.text.hasPrefix("checksum=") == (isFirst || parameters.isEmpty))
      }
    }
  }

  private static func word(using random: inout SeededGenerator) -> String {
    let letters = Array("abZ09-._~%&=+?#/é🎓\"'<>")
    return "w"
      + String(
        (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in letters.randomElement(using: &random) })
  }
}

/// A signed request of random raw segments, well-formed or not.
struct RandomRequest {
  static let secret = SharedSecret("demo-secret")

  var random: SeededGenerator
  let call: APICall
  let algorithm: ChecksumAlgorithm
  let segments: [String]

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    call = APICall.allCases.filter(\.needsChecksum).randomElement(using: &random) ?? .create
    algorithm = ChecksumAlgorithm.allCases.randomElement(using: &random) ?? .sha1
    let pieces = [
      "a", "b=", "=", "%20", "%", "+", "é", "🎓", "meetingID=x", "checksu", "m", "%zz", "'", ";", "\u{301}",
    ]
    segments = (0..<Int.random(in: 0...5, using: &random)).map { _ in
      "p"
        + (0..<Int.random(in: 0...5, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }
        .joined()
    }
    self.random = random
  }

  func query(checksumAt position: Int) -> String {
    let digest = Checksum.hexDigest(
      call: call.rawValue, query: segments.joined(separator: "&"), secret: Self.secret, algorithm: algorithm)
    var all = segments
    all.insert("checksum=\(digest)", at: position)
    return all.joined(separator: "&")
  }

  func fault(in query: String) -> ChecksumFault? {
    ChecksumVerifier(secret: Self.secret, profile: .v3_0)
      .fault(of: SignedRequest(call: call, query: RawQuery(query)))
  }

  mutating func flippingOneCharacter(of query: String) -> String {
    flipping(Int.random(in: 0..<query.utf8.count, using: &random), of: query)
  }

  /// Replaces a byte by another printable one that is not the same letter in another case.
  mutating func flipping(_ offset: Int, of query: String) -> String {
    var bytes = Array(query.utf8)
    let old = bytes[offset]
    repeat {
      bytes[offset] = UInt8.random(in: 0x21...0x7E, using: &random)
    } while bytes[offset] | 0x20 == old | 0x20
    return String(decoding: bytes, as: UTF8.self)
  }
}
