import BBBAPI
import BBBClient
import FoundationEssentials
import NIOCore
import TestSupport

@testable import Exporter

/// How a test checks one server.
struct CheckBench: Sendable {
  var secret = "demo-secret"
  var algorithm = ChecksumAlgorithm.sha1
  var trust = TLSTrust.system
  var needsRecordings = false
  var isFromTargetsFile = false
  var timeout = Duration.seconds(60)
  var allowance = Duration.seconds(10)
  /// Stands still unless a test moves it: on a slow machine no check is late or slow.
  var clock = ScrapeClock(ManualClock())

  func verdict(on url: String) async throws -> CheckVerdict {
    let server = WatchedServer(
      base: try APIBase(parsing: url), secret: SharedSecret(secret), algorithm: algorithm, trust: trust)
    let terms = CheckTerms(
      timeout: timeout, allowance: allowance, clock: clock)
    let verdicts = try await CheckRound(
      targets: [
        CheckTarget(
          name: "bbb1", server: server, needsRecordings: needsRecordings, isFromTargetsFile: isFromTargetsFile
        )
      ], terms: terms
    ).verdicts()
    return verdicts[0]
  }

  /// The whole line, as it is printed.
  func line(on url: String) async throws -> String {
    try CheckReport(verdicts: [try await verdict(on: url)]).written(as: .text)
  }
}

/// Runs a test against something that listens; its address is `127.0.0.1:PORT`.
func withListener(
  _ channel: any Channel, _ body: (_ address: String, _ port: Int) async throws -> Void
) async throws {
  let port = channel.localAddress?.port ?? 0
  do {
    try await body("127.0.0.1:\(port)", port)
  } catch {
    try await channel.close()
    throw error
  }
  try await channel.close()
}
