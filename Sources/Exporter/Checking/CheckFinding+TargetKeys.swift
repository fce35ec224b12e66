// A target has no environment variables, but keys in a file.
extension CheckFinding {
  /// Variables of the environment as fixes name them, and the keys of a target in their place; longer ones first.
  private static let keys: [(variable: String, key: String)] = [
    ("\(SettingName.apiBaseURL.rawValue)=", "url: "),
    (SettingName.apiBaseURL.rawValue, "url"),
    (SettingName.apiSecret.rawValue, "the content of secret_file"),
    ("\(SettingName.tlsVerify.rawValue)=", "ca_file: "),
    ("\(SettingName.checksumAlgorithm.rawValue)=", "algorithm: "),
    ("\(SettingName.recordingsMetrics.rawValue)=", "recordings: "),
  ]

  /// The same finding with a fix for the targets file.
  var inKeysOfTarget: CheckFinding {
    let fix = fix.map { Self.keys.reduce($0) { $0.replacing($1.variable, with: $1.key) } }
    return CheckFinding(status: status, cause: cause, text: text, fix: fix)
  }
}
