import BBBAPI
import Testing

/// A vector of facts §1.1.
struct ChecksumVector: Sendable, CustomTestStringConvertible {
  var call: String
  var query: String
  var sha1: String
  var sha256: String
  var secret = SharedSecret("demo-secret")

  var testDescription: String { "\(call)?\(query)" }

  static let documentation = ChecksumVector(
    call: "create", query: "name=Test+Meeting&meetingID=abc123&attendeePW=111222&moderatorPW=333444",
    sha1: "1fcbb0c4fc1f039f73aa6d697d2db9ba7f803f17",
    sha256: "da9185f7f333cfdfcd6eeac32dca3777510c4c436020d8b887ba5515bd1d189e",
    secret: SharedSecret("639259d4-9dd8-4b25-bf01-95f9567eaf4b"))

  static let all = [
    ChecksumVector(
      call: "getMeetings", query: "",
      sha1: "33159096ad2a3e6c97eaf2b71960a955bf6c99a4",
      sha256: "329f2900da97eaf237ff4281815f8e43347514be6c890f1eac34365072ead559"),
    ChecksumVector(
      call: "getMeetings", query: "foo=bar",
      sha1: "5ff59cd221fcd9a7fd9a2988725a2175648377cb",
      sha256: "520757ea812006fac68fe63b0f23ae9a4196a82d8abf37fa3a26707328fb93fc"),
    ChecksumVector(
      call: "create", query: "name=Demo&meetingID=demo-1",
      sha1: "c14f319d5f941ff0ec021d03f16d9f5c0c99d368",
      sha256: "fc13d582d3a60bb0872b2560aadf19c40b3a8244f63d05da54317c2d27ac18d2"),
    ChecksumVector(
      call: "join", query: "meetingID=demo-1&fullName=Ann+Lee&role=MODERATOR",
      sha1: "185af61d699cd0d424629f85732899e440becacb",
      sha256: "0610b3550fd9a81e1be15b859c05d966496f64b091058808ca951b590608309c"),
    ChecksumVector(
      call: "hooks/create", query: "callbackURL=http%3A%2F%2Flocalhost%3A9000%2Fcb",
      sha1: "873adf4ab307ac54237fd15c000da69a26801a9f",
      sha256: "b21a8d8d3d30fd6094b4a87acf96adbe57af92ee07b0c7e552fec5a1cb5f7845"),
    documentation,
  ]
}

@Suite struct ChecksumTests {
  @Test(arguments: ChecksumVector.all)
  func `the digests are those of the fact sheet`(vector: ChecksumVector) {
    #expect(digest(of: vector, .sha1) == vector.sha1)
    #expect(digest(of: vector, .sha256) == vector.sha256)
  }

  @Test(.enabled(if: OpenSSL.isPresent), arguments: ChecksumVector.all, ChecksumAlgorithm.allCases)
  func `openssl computes the same digests`(vector: ChecksumVector, algorithm: ChecksumAlgorithm) throws {
    let text = vector.call + vector.query + vector.secret.reveal
    #expect(try OpenSSL.digest(of: text, algorithm: algorithm) == digest(of: vector, algorithm))
  }

  @Test(arguments: ChecksumAlgorithm.allCases)
  func `the length of a digest tells its algorithm`(algorithm: ChecksumAlgorithm) {
    let digest = digest(of: .documentation, algorithm)
    #expect(digest.utf8.count == algorithm.hexLength)
    #expect(ChecksumAlgorithm(hexLength: digest.utf8.count) == algorithm)
  }

  @Test(arguments: [0, 39, 41, 63, 65, 127, 129, -1])
  func `no algorithm has another length`(length: Int) {
    #expect(ChecksumAlgorithm(hexLength: length) == nil)
  }

  @Test(arguments: [
    ("00ff", "00ff", true, true), ("00FF", "00ff", true, false), ("00fe", "00ff", false, false),
    ("00f", "00ff", false, false), ("", "", true, true), ("\u{10}0ff", "00ff", false, false),
    ("00ff0", "00ff", false, false), ("0Gff", "0gff", false, false),
  ])
  func `letters compare by the rule of the profile`(
    received: String, expected: String, ignoringCase: Bool, exact: Bool
  ) {
    #expect(ChecksumComparison.ignoringCase.matches(received, expected) == ignoringCase)
    #expect(ChecksumComparison.exact.matches(received, expected) == exact)
  }

  private func digest(of vector: ChecksumVector, _ algorithm: ChecksumAlgorithm) -> String {
    Checksum.hexDigest(
      call: vector.call, query: vector.query, secret: vector.secret, algorithm: algorithm)
  }
}
