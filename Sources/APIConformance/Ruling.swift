import BBBAPI
public import ConformanceKit

/// What a check holds a server to, in words.
public struct Ruling: Sendable {
  /// The stable name of the check.
  public let slug: Slug
  /// How much it weighs.
  public let level: Level
  /// What it holds the server to, in one sentence.
  public let title: String
  /// The lines of the fact sheet that it rests on.
  public let citations: [Citation]
  /// The names of the profiles that it concerns, oldest first.
  public let profiles: [String]

  init(_ rule: Rule) {
    slug = rule.slug
    level = rule.level
    title = rule.title
    citations = rule.citations
    profiles = Profile.all.filter(rule.concerns).map(\.name)
  }

  /// The explanation for somebody who wants to know what their server is held to, lines with a line feed each.
  public var explanation: String {
    let parts = [
      ("Sources", citations.map(\.line)), ("Versions", [profiles.joined(separator: ", ")]),
      ("Run just this", ["bbb-conformance api --target URL --secret-file FILE --only \(slug)"]),
    ]
    return "\(slug) (\(level.rawValue))\n\(title)\n"
      + parts.map { title, lines in "\n\(title)\n" + lines.map { "  \($0)\n" }.joined() }.joined()
  }
}
