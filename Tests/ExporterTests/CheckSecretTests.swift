import BBBAPI
import BBBClient
import Testing

@testable import Exporter

/// A server that verifies, and what is said of secrets and algorithms that it refuses.
@Suite(.timeLimit(.minutes(5))) struct CheckSecretTests {
  private func line(
    _ bench: CheckBench, secret: String = "demo-secret", accepting algorithms: [ChecksumAlgorithm]
  ) async throws -> (line: String, targets: [String]) {
    let fake = FakeBBB()
    fake.reply(to: "/getMeetings", .noMeetings)
    fake.verify(secret: secret, accepting: algorithms)
    var line = ""
    try await withListener(try await fake.start()) { address, _ in
      line = try await bench.line(on: "http://\(address)/bigbluebutton")
    }
    return (line, fake.targets)
  }

  @Test(arguments: ChecksumAlgorithm.allCases, ChecksumAlgorithm.allCases)
  func `a server that takes one algorithm alone says which`(
    _ configured: ChecksumAlgorithm, _ accepted: ChecksumAlgorithm
  ) async throws {
    let (line, _) = try await line(CheckBench(algorithm: configured), accepting: [accepted])
    if configured == accepted {
      #expect(line.hasPrefix("ok "))
    } else {
      #expect(
        line
          == "failed   bbb1: the secret is right, but the server refuses \(configured.rawValue) checksums; set API_CHECKSUM_ALGORITHM=\(accepted.rawValue)"
      )
    }
  }

  @Test func `of several that work the one that lasts is told`() async throws {
    let (line, _) = try await line(CheckBench(), accepting: [.sha256, .sha384, .sha512])
    #expect(line.hasSuffix("set API_CHECKSUM_ALGORITHM=sha256"))
  }

  @Test func `a wrong secret is told after every algorithm was tried`() async throws {
    let (line, targets) = try await line(CheckBench(secret: "hush"), accepting: ChecksumAlgorithm.allCases)
    #expect(
      line
        == "failed   bbb1: the server refuses the secret, with every checksum algorithm; set API_SECRET to what bbb-conf --secret prints on this very server"
    )
    #expect(targets.count == 4)
  }

  @Test func `fixes for a target name the keys of its file`() async throws {
    let (algorithm, _) = try await line(CheckBench(isFromTargetsFile: true), accepting: [.sha512])
    #expect(algorithm.hasSuffix("; set algorithm: sha512"))
    let (secret, _) = try await line(
      CheckBench(secret: "hush", isFromTargetsFile: true), accepting: ChecksumAlgorithm.allCases)
    #expect(
      secret.hasSuffix(
        "; set the content of secret_file to what bbb-conf --secret prints on this very server"))
  }

  @Test func `no fix for a target names a variable`() throws {
    let base = try APIBase(parsing: "https://a.example/bigbluebutton")
    let fixes: [(CheckFinding, String)] = [
      (.securePort(Endpoint(base), base: base), "set url: https://a.example/bigbluebutton/api/"),
      (
        .selfSigned(),
        "get one that is signed (certbot), or name this very certificate: ca_file: /path/of/it.pem"
      ),
      (.noRecordings("x"), "look into the log of bbb-web, or leave recordings out: recordings: false"),
    ]
    for (finding, fix) in fixes { #expect(finding.inKeysOfTarget.fix == fix) }
  }

  @Test(arguments: ["\"demo-secret\"", "'demo-secret'", " demo-secret", "\"demo-secret"])
  func `quotation marks around the secret are told`(_ secret: String) async throws {
    let (line, _) = try await line(CheckBench(secret: secret), accepting: ChecksumAlgorithm.allCases)
    #expect(line.hasPrefix("failed   bbb1: the secret has quotation marks or blanks around it"))
    #expect(!line.contains("demo-secret"))
  }

  @Test func `a secret that really has quotation marks is fine`() async throws {
    let (line, _) = try await line(
      CheckBench(secret: "\"x\""), secret: "\"x\"", accepting: ChecksumAlgorithm.allCases)
    #expect(line.hasPrefix("ok "))
  }
}
