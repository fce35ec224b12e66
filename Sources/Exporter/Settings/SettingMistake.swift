import BBBClient

/// One thing wrong with the environment.
struct SettingMistake: Sendable, Equatable, Error {
  /// The variable.
  let name: SettingName
  /// The value, fit to be shown; nil when the variable is not set or its value must not be shown.
  let shownValue: String?
  /// The rule that is broken, as the end of a sentence.
  let rule: String

  /// Notes a mistake; what may be a secret is dropped here, so that no caller can forget it.
  init(_ name: SettingName, value: String?, _ rule: String) {
    self.name = name
    shownValue = value.flatMap { name.shows($0) ? Self.shown($0).singleLine : nil }
    self.rule = rule
  }

  /// Takes out what stands between `//` and `@`, where URLs carry passwords, and the values of secret parameters.
  private static func shown(_ value: String) -> String {
    guard let at = value.lastIndex(of: "@") else { return Redaction.redacted(value) }
    let scheme = value.firstIndex(of: ":").map { value[...$0] + "//" } ?? ""
    return scheme + Redaction.placeholder + Redaction.redacted(String(value[at...]))
  }
}

extension SettingMistake: CustomStringConvertible {
  /// One line: variable, value, rule.
  var description: String {
    guard let shownValue else { return "\(name.rawValue) \(rule)" }
    return "\(name.rawValue)=\"\(shownValue)\" \(rule)"
  }
}
