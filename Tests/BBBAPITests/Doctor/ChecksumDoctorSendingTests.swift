import BBBAPI
import Foundation
import Testing

/// Callers who hash the right text and send something else.
@Suite(.enabled(if: OpenSSL.isPresent)) struct ChecksumDoctorSendingTests {
  static let mistakes: Set<ChecksumMistake> = [
    .hmac, .base64, .truncated, .otherAlgorithm, .upperCase, .checksumMisnamed,
  ]
  private static let text = "create\(Caller.query)\(Caller.secret)"

  private func mistakes(
    sending query: String, _ change: (inout Profile) -> Void = { _ in }
  ) throws -> [ChecksumMistake] {
    var profile = Profile.v3_0
    change(&profile)
    let doctor = ChecksumDoctor(ChecksumVerifier(secret: SharedSecret(Caller.secret), profile: profile))
    let request = SignedRequest(call: .create, query: RawQuery(query))
    return try #require(doctor.diagnosis(of: request)).mistakes
  }

  @Test(arguments: [[], ["\(Caller.secret)"]]) func `an HMAC is recognised`(ending: [String]) throws {
    let message = "create\(Caller.query)\(ending.joined())"
    let code = try OpenSSL.run(["dgst", "-sha256", "-r", "-hmac", Caller.secret], on: message)
    let digits = String(decoding: code, as: UTF8.self).prefix { $0 != " " }
    #expect(try mistakes(sending: "\(Caller.query)&checksum=\(digits)") == [.hmac])
  }

  @Test(arguments: ["sha1", "sha256", "sha384", "sha512"])
  func `base64 is recognised, as it comes out of a query`(
    algorithm: String
  ) throws {
    let digest = Data(try OpenSSL.run(["dgst", "-\(algorithm)", "-binary"], on: Self.text))
    let base64 = digest.base64EncodedString()
    let inURL = base64.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    for sent in [base64, inURL] {
      #expect(try mistakes(sending: "\(Caller.query)&checksum=\(sent)").contains(.base64), "\(sent)")
    }
  }

  @Test func `base64 of sha256 is nothing but that`() throws {
    let digest = Data(try OpenSSL.run(["dgst", "-sha256", "-binary"], on: Self.text)).base64EncodedString()
    let sent = digest.replacing("+", with: "%2B").replacing("=", with: "%3D").replacing("/", with: "%2F")
    // BBB finds the decoded checksum nowhere in the query, so that it stays in what is hashed.
    let found = try mistakes(sending: "\(Caller.query)&checksum=\(sent.replacing("%", with: "%"))")
    #expect(found.contains(.base64))
  }

  @Test(arguments: [8, 20, 31]) func `a cut hash is recognised`(bytes: Int) throws {
    let digest = try OpenSSL.digest(of: Self.text, algorithm: .sha512)
    guard bytes != 20 else {
      // 40 digits read as a SHA-1, which this is not.
      #expect(try mistakes(sending: "\(Caller.query)&checksum=\(digest.prefix(40))") == [])
      return
    }
    #expect(try mistakes(sending: "\(Caller.query)&checksum=\(digest.prefix(bytes * 2))") == [.truncated])
  }

  @Test func `hashes that the server does not take are recognised`() throws {
    let md5 = String(decoding: try OpenSSL.run(["dgst", "-md5", "-r"], on: Self.text), as: UTF8.self)
    #expect(
      try mistakes(sending: "\(Caller.query)&checksum=\(md5.prefix { $0 != " " })") == [.otherAlgorithm])
    let sha1 = try OpenSSL.digest(of: Self.text, algorithm: .sha1)
    let found = try mistakes(sending: "\(Caller.query)&checksum=\(sha1)") { $0.allowedAlgorithms = [.sha256] }
    #expect(found == [.otherAlgorithm])
  }

  @Test func `capital digits are recognised where they matter`() throws {
    let digest = try OpenSSL.digest(of: Self.text, algorithm: .sha1).uppercased()
    let found = try mistakes(sending: "\(Caller.query)&checksum=\(digest)") { $0.checksumComparison = .exact }
    #expect(found == [.upperCase])
  }

  @Test(arguments: ["Checksum", "check_sum", "hash"]) func `the right hash under a wrong name is recognised`(
    name: String
  ) throws {
    let digest = try OpenSSL.digest(of: Self.text, algorithm: .sha256)
    #expect(try mistakes(sending: "\(Caller.query)&\(name)=\(digest)") == [.checksumMisnamed])
  }

  @Test func `none and two are said plainly`() throws {
    let doctor = ChecksumDoctor(ChecksumVerifier(secret: SharedSecret(Caller.secret), profile: .v3_0))
    let none = doctor.diagnosis(of: SignedRequest(call: .create, query: RawQuery(Caller.query)))
    #expect(none?.description.contains("no checksum came. Mend: send it as the parameter checksum") == true)
    let two = doctor.diagnosis(of: SignedRequest(call: .create, query: RawQuery("checksum=a&checksum=b")))
    #expect(two?.fault == .repeated)
  }

  @Test func `the work is bounded whatever comes`() {
    let doctor = ChecksumDoctor(ChecksumVerifier(secret: SharedSecret(Caller.secret), profile: .v3_0))
    let digest = String(repeating: "0", count: 64)
    for query in [
      String(repeating: "a&", count: 4000), String(repeating: "a=%20&", count: 1300),
      String(repeating: "%", count: 8000), (0..<20).map { "p\($0)=%2f" }.joined(separator: "&"),
    ] {
      let diagnosis = doctor.diagnosis(
        of: SignedRequest(call: .create, query: RawQuery("\(query)&checksum=\(digest)")))
      #expect(diagnosis?.mistakes.isEmpty == true)
    }
    let long = doctor.diagnosis(
      of: SignedRequest(
        call: .create, query: RawQuery(String(repeating: "a", count: 9000) + "&checksum=\(digest)")))
    #expect(long?.isExhaustive == false && long?.description.contains("too long") == true)
  }
}
