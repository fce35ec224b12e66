import BBBAPI
import ConformanceKit

/// One thing that an API server is held to, as a value: its name, its weight, its source, and how it is looked at.
struct Rule: Sendable {
  let slug: Slug
  let level: Level
  let title: String
  let citations: [Citation]
  /// Whether a version has what the rule is about.
  let concerns: @Sendable (Profile) -> Bool
  /// Records what is wrong in the hearing; an early verdict may be thrown.
  let judge: @Sendable (Hearing) async throws -> Void

  init(
    _ slug: Slug, _ level: Level, _ title: String, _ citations: Citation...,
    for concerns: @escaping @Sendable (Profile) -> Bool = { _ in true },
    judge: @escaping @Sendable (Hearing) async throws -> Void
  ) {
    self.slug = slug
    self.level = level
    self.title = title
    self.citations = citations
    self.concerns = concerns
    self.judge = judge
  }
}

extension Citation {
  /// A line of the fact sheet on BBB's API.
  static func facts(_ place: String, _ text: String) -> Citation { Citation("bbb-api", place, text) }
}

/// A rule held against a target.
struct RuleCheck: Check {
  let rule: Rule
  let target: APITarget

  var slug: Slug { rule.slug }
  var level: Level { rule.level }
  var title: String { rule.title }
  var citations: [Citation] { rule.citations }

  func run(_ context: CaseContext) async throws -> CaseOutcome {
    let hearing = Hearing(target, slug: slug, context: context)
    context.enter(.watching)
    do {
      try await rule.judge(hearing)
    } catch {
      hearing.keepExhibits(of: (error as? EarlyVerdict)?.outcome.findings ?? [])
      await hearing.adjourn()
      throw error
    }
    hearing.keepExhibits()
    await hearing.adjourn()
    return .passed
  }
}
