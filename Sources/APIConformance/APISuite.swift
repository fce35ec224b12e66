public import BBBAPI
public import ConformanceKit

/// All checks of an API server.
///
/// They look at what anybody's meetings show only as far as needed, and make, join and end only meetings of their
/// own, which are ended whatever the verdict.
public enum APISuite {
  /// The checks, bound to the server that they are to judge, in no particular order.
  public static func checks(of target: APITarget) -> [any Check] {
    rules.map { RuleCheck(rule: $0, target: target) }
  }

  /// What takes the secret, passwords and people's names out of a report.
  public static func redactor(hiding secret: SharedSecret) -> Redactor {
    Redactor(secrets: [secret.reveal], names: Redactor.passwordNames + ["password", "fullName"])
  }

  static let rules =
    Rule.signing + Rule.index + Rule.create + Rule.lifecycle + Rule.listing + Rule.documents + Rule.recordings
    + Rule.errors
}
