import BBBAPI
import Crypto
import Determinism
import Foundation
import TimelineEngine

/// A snapshot as it leaves the server: closed, and signed with the server's secret.
///
/// What comes back is a journal that is replayed without further checks, so only what a server with the same secret
/// has written is taken.
struct SealedSnapshot: ControlView, Decodable {
  let format: String
  let scenario: String
  let now: String
  /// JSON in Base64; for the server alone.
  let content: Data
  /// HMAC-SHA256 of the content.
  let signature: Data

  static let schema = JSONSchema.object([
    "format": .choice([currentFormat]), "scenario": .text, "now": .instant, "content": .text,
    "signature": .text,
  ])

  private static let currentFormat = "bbb-sim-snapshot-1"

  init(_ snapshot: Snapshot, secret: BBBAPI.SharedSecret) throws {
    format = Self.currentFormat
    scenario = snapshot.scenario
    now = snapshot.instant.iso8601
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    content = try encoder.encode(snapshot)
    signature = Data(HMAC<SHA256>.authenticationCode(for: content, using: Self.key(secret)))
  }

  /// The snapshot, if this secret sealed it.
  func opened(with secret: BBBAPI.SharedSecret) throws(ControlError) -> Snapshot {
    guard format == Self.currentFormat,
      HMAC<SHA256>.isValidAuthenticationCode(
        signature, authenticating: content, using: Self.key(secret))
    else {
      throw ControlError(
        status: 400, error: "the snapshot was not written by a server with this secret, or was changed since",
        fix: "send what GET /_sim/snapshot of the same server gave")
    }
    do {
      return try JSONDecoder().decode(Snapshot.self, from: content)
    } catch {
      throw ControlError(
        status: 400, error: "the snapshot was written by another version of bbb-sim", fix: "take a new one")
    }
  }

  private static func key(_ secret: BBBAPI.SharedSecret) -> SymmetricKey {
    SymmetricKey(data: Data("snapshot".utf8) + Data(secret.reveal.utf8))
  }
}
