public import BBBAPI
import Crypto
public import Scenarios

/// What a state belongs to: replaying a journal over anything else would give another world.
public struct StateIdentity: Sendable, Equatable, Codable {
  /// The scenario's name.
  public let scenario: String
  /// The SHA-256 of the scenario's text: the same name may stand over another day.
  public let digest: String
  /// The seed in force.
  public let seed: UInt64
  /// The profile's name.
  public let profile: String

  /// Describes what is about to be played.
  public init(source: ScenarioSource, scenario: Scenario, seed: UInt64?, profile: Profile) {
    self.scenario = scenario.name
    digest = SHA256.hash(data: source.bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    self.seed = seed ?? scenario.seed
    self.profile = profile.name
  }

  /// The first difference from what is asked for; nil when there is none.
  func mismatch(with asked: StateIdentity, path: String) -> StateFileError? {
    let pairs = [
      ("scenario", scenario, asked.scenario), ("seed", String(seed), String(asked.seed)),
      ("profile", profile, asked.profile),
      ("the scenario's text", String(digest.prefix(12)), String(asked.digest.prefix(12))),
    ]
    return pairs.first { $0.1 != $0.2 }
      .map { .mismatch(path: path, what: $0.0, file: $0.1, asked: $0.2) }
  }
}
