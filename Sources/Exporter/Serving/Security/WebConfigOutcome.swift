import Crypto

/// What became of a web configuration file.
struct WebConfigOutcome: Sendable {
  /// What it says; nil when there is any mistake.
  let security: WebSecurity?
  let mistakes: [ConfigurationMistake]
  /// What was tolerated, a line each.
  let warnings: [String]
  /// What every file held that was read, by path; nil for one that could not be. When they change, it is time to read again.
  let digests: [String: SHA256Digest?]
}
