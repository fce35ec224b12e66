public import ConformanceKit
public import Scenarios

/// A failing world, and what is left of it when everything is taken away that the failure does not need.
public struct ShrunkWorld: Sendable {
  /// The world as it was drawn.
  public let world: FuzzedWorld
  /// How it failed.
  public let kind: FailureKind
  /// The worlds that failed in the same way, this one among them.
  public let alike: [Slug]
  /// The smallest case that fails in the same way; nil when the world did not fail again.
  public let smallest: Shrinker.Result?

  init(_ world: FuzzedWorld, _ kind: FailureKind, alike: [Slug], _ smallest: Shrinker.Result?) {
    (self.world, self.kind, self.alike, self.smallest) = (world, kind, alike, smallest)
  }

  /// What was made of it, in one line.
  public var summary: String {
    guard let smallest else {
      return "\(kind): the world passed or failed otherwise when it was run again; nothing was shrunk"
    }
    let one = smallest.conformanceCase
    let people = one.scenario.meetings.flatMap(\.people).reduce(0) { $0 + $1.count }
    let parts = [
      (one.scenario.meetings.count, "meeting"), (people, "person"),
      (one.scenario.recordings.count, "stock of recordings"),
      (one.scenario.faults.count, "fault"), (one.settings.count, "setting"), (one.steps.count, "instant"),
    ]
    let left = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : Self.plural($0.1))" }
    return "\(kind): shrunk in \(smallest.tries) tries to \(left.joined(separator: ", "))"
  }

  private static func plural(_ word: String) -> String {
    switch word {
    case "person": "people"
    case "stock of recordings": "stocks of recordings"
    default: word + "s"
    }
  }
}

extension ShrunkWorld {
  /// The name of its files, without a suffix.
  public var name: String { world.conformanceCase.slug.name }

  /// The shrunk case as a file for `bbb-conformance run --cases`; nil when nothing was shrunk.
  public func caseFile(rerun: String) throws(ScenarioWritingError) -> String? {
    guard let smallest else { return nil }
    return try smallest.conformanceCase.yaml(under: comment(rerun: rerun, smallest))
  }

  /// The shrunk day as a file for `bbb-sim run`; nil when nothing was shrunk.
  public func scenarioFile(rerun: String) throws(ScenarioWritingError) -> String? {
    guard let smallest else { return nil }
    return try smallest.conformanceCase.scenario.yaml(under: comment(rerun: rerun, smallest))
  }

  private func comment(rerun: String, _ smallest: Shrinker.Result) -> [String] {
    let finding = smallest.findings.first { FailureKind($0) == kind }
    let seen = finding.map {
      "\($0.what): expected \($0.expected ?? "something else"), found \($0.actual ?? "nothing")"
    }
    return [
      "World \(world.number) of seed \(world.seed), level \(world.level.rawValue), shrunk by bbb-conformance fuzz.",
      seen ?? kind.description, finding?.moment.map { "Seen: \($0)." }, "The whole world again: \(rerun)",
    ].compactMap(\.self)
  }
}
