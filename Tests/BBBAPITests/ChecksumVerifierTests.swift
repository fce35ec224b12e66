import BBBAPI
import Testing

@Suite struct ChecksumVerifierTests {
  private static let secret = SharedSecret("demo-secret")
  private static let good = ChecksumVector.all[2].sha1  // create?name=Demo&meetingID=demo-1
  private static let query = "name=Demo&meetingID=demo-1"

  @Test(arguments: [
    ("\(query)&checksum=\(good)", nil),
    ("checksum=\(good)&\(query)", nil),
    ("name=Demo&checksum=\(good)&meetingID=demo-1", nil),
    ("\(query)&checksum=\(good.uppercased())", nil),
    ("\(query)&checksum=\(ChecksumVector.all[2].sha256)", nil),
    ("meetingID=demo-1&name=Demo&checksum=\(good)", APIFailure.checksumMismatch),
    ("\(query)&checksum=\(good.dropLast())", .checksumMismatch),
    ("\(query)&checksum=nonsense", .checksumMismatch),
    ("\(query)&checksum=%\(String(good.utf8.first ?? 0, radix: 16))\(good.dropFirst())", .checksumMismatch),
    ("\(query)&checksum=", .checksumMissing),
    ("\(query)", .checksumMissing),
    ("\(query)&Checksum=\(good)", .checksumMissing),
    ("", .checksumMissing),
    ("\(query)&checksum=\(good)&checksum=\(good)", .checksumMismatch),
    ("\(query)&checksum=\(good)&%20checksum=\(good)", .checksumMismatch),
  ])
  func `a validated call answers by its own texts`(query: String, failure: APIFailure?) {
    #expect(verifier(.v3_0).failure(of: SignedRequest(call: .create, query: RawQuery(query))) == failure)
  }

  @Test(arguments: ["", "checksum=", "checksum=nonsense", "checksum=\(good)"])
  func `a recording call knows one text only`(query: String) {
    let request = SignedRequest(call: .getRecordings, query: RawQuery(query))
    #expect(verifier(.v3_0).failure(of: request) == .checksumNotPassed)
  }

  @Test func `a recording call does not mind a second checksum`() {
    let digest = Checksum.hexDigest(call: "getRecordings", query: "", secret: Self.secret, algorithm: .sha1)
    let query = RawQuery("checksum=\(digest)&checksum=\(digest)")
    #expect(verifier(.v3_0).failure(of: SignedRequest(call: .getRecordings, query: query)) == nil)
  }

  @Test func `2_7 takes the first of two checksums`() {
    let twice = RawQuery("\(Self.query)&checksum=\(Self.good)&checksum=\(Self.good)")
    let disguised = RawQuery("\(Self.query)&checksum=\(Self.good)&%20checksum=\(Self.good)")
    #expect(verifier(.v2_7).failure(of: SignedRequest(call: .create, query: twice)) == nil)
    #expect(verifier(.v2_7).fault(of: SignedRequest(call: .create, query: disguised)) == .repeated)
  }

  @Test(arguments: APICall.allCases)
  func `without a secret nothing is checked`(call: APICall) {
    let open = ChecksumVerifier(secret: SharedSecret(""), profile: .v3_0)
    #expect(open.fault(of: SignedRequest(call: call, query: RawQuery("checksum=x&checksum=y"))) == nil)
  }

  @Test func `the index needs no checksum`() {
    #expect(verifier(.v3_0).fault(of: SignedRequest(call: .index, query: RawQuery("checksum=x"))) == nil)
  }

  @Test func `a hash that is switched off is a mismatch`() {
    var verifier = verifier(.v3_0)
    verifier.profile.allowedAlgorithms = [.sha256]
    let request = SignedRequest(call: .create, query: RawQuery("\(Self.query)&checksum=\(Self.good)"))
    #expect(verifier.fault(of: request) == .algorithmNotAllowed(.sha1))
    #expect(verifier.failure(of: request) == .checksumMismatch)
  }

  @Test func `an early 2_4 server minds capital letters`() {
    var verifier = verifier(.v3_0)
    verifier.profile.checksumComparison = .exact
    let request = SignedRequest(
      call: .create, query: RawQuery("\(Self.query)&checksum=\(Self.good.uppercased())"))
    #expect(verifier.fault(of: request) == .mismatch(.sha1))
  }

  /// Name, then meeting ID with a blank: sorted and encoded anew it reads differently.
  private static let body = "name=D%C3%A9mo&meetingID=demo%201*"

  @Test(arguments: [
    ("", FormChecksumRule.emptyQuery),
    ("meetingID=demo+1*&name=D%C3%A9mo", .sortedRebuild),
    (body, .bodyOrder),
  ])
  func `a lone form is covered in any of three ways`(covered: String, rule: FormChecksumRule) {
    let digest = Checksum.hexDigest(call: "create", query: covered, secret: Self.secret, algorithm: .sha256)
    let request = SignedRequest(
      call: .create, query: RawQuery(""), form: RawQuery("\(Self.body)&checksum=\(digest)"))
    #expect(verifier(.v3_0).fault(of: request) == nil)
    var strict = verifier(.v3_0)
    strict.profile.formChecksumRules = FormChecksumRule.allCases.filter { $0 != rule }
    #expect(strict.fault(of: request) == .mismatch(.sha256))
  }

  @Test func `with a query, the body does not count`() {
    let signed = RawQuery("\(Self.query)&checksum=\(Self.good)")
    let form = SignedRequest(call: .create, query: signed, form: RawQuery("record=true"))
    #expect(verifier(.v3_0).fault(of: form) == nil)
    #expect(form.parameters["record"] == "true")
    let inBody = SignedRequest(
      call: .create, query: RawQuery(Self.query), form: RawQuery("checksum=\(Self.good)"))
    #expect(verifier(.v3_0).fault(of: inBody) == nil)
  }

  @Test func `a second checksum in the body is one too many`() {
    let request = SignedRequest(
      call: .create, query: RawQuery("\(Self.query)&checksum=\(Self.good)"),
      form: RawQuery("checksum=\(Self.good)"))
    #expect(verifier(.v3_0).fault(of: request) == .repeated)
    #expect(verifier(.v2_7).fault(of: request) == nil)
  }

  private func verifier(_ profile: Profile) -> ChecksumVerifier {
    ChecksumVerifier(secret: Self.secret, profile: profile)
  }
}
