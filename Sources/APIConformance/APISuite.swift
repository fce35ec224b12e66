public import BBBAPI
public import ConformanceKit

/// All checks of an API server.
///
/// They look at what anybody's meetings show only as far as needed, and make, join and end only meetings of their
/// own, which are ended whatever the verdict. Hooks that they make are destroyed again.
public enum APISuite {
  /// The checks that concern the target's version, bound to the target, in no particular order.
  public static func checks(of target: APITarget) -> [any Check] {
    rules.filter { $0.concerns(target.profile) }.map { RuleCheck(rule: $0, target: target) }
  }

  /// Every check of any version, for those who want to read what it holds a server to.
  public static var rulings: [Ruling] { rules.map(Ruling.init).sorted { $0.slug < $1.slug } }

  /// What takes the secret, passwords, sessions and people's names out of a report.
  public static func redactor(hiding secret: SharedSecret) -> Redactor {
    Redactor(secrets: [secret.reveal], names: Redactor.passwordNames + hiddenNames)
  }

  private static let hiddenNames = [
    "password", "fullName", "userName", "userID", "user_id", "auth_token", "session_token", "sessionToken",
    "JSESSIONID",
  ]

  static let rules = [
    Rule.signing, Rule.forgery, Rule.posting, Rule.index,
    Rule.create, Rule.repeatedCreate, Rule.createSettings, Rule.createRefusals,
    Rule.join, Rule.joinRefusals, Rule.guests, Rule.lifecycle, Rule.ending, Rule.listing,
    Rule.documents, Rule.writing, Rule.recordings, Rule.recordingFilters, Rule.recordingChanges,
    Rule.rooms, Rule.hooks, Rule.errors,
  ].flatMap { $0 }
}
