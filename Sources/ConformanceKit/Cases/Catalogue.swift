/// All the checks of a suite, in the order of their slugs, each slug once.
public struct Catalogue: Sendable {
  /// The checks, in the order of their slugs.
  public let checks: [any Check]

  /// Makes a catalogue; throws when two checks share a slug, and names all that do.
  public init(_ checks: [any Check]) throws(RepeatedSlugsError) {
    self.checks = checks.sorted { $0.slug < $1.slug }
    let slugs = self.checks.map(\.slug)
    let repeated = zip(slugs, slugs.dropFirst()).filter { $0 == $1 }.map(\.0)
    guard repeated.isEmpty else { throw RepeatedSlugsError(slugs: repeated) }
  }

  /// The check of that name, if there is one.
  public func check(_ slug: Slug) -> (any Check)? { checks.first { $0.slug == slug } }

  /// The checks that a selection takes, in the order of their slugs.
  public func selecting(_ selection: Selection) -> [any Check] {
    checks.filter { selection.takes($0.slug, level: $0.level) }
  }

  /// The patterns that no check answers to at any level: most likely misspelt, and a usage error (exit 64).
  public func unmatched(_ patterns: [Glob]) -> [Glob] {
    patterns.filter { pattern in !checks.contains { pattern.matches($0.slug) } }
  }
}

/// Two checks of one catalogue share a slug.
public struct RepeatedSlugsError: Error, Equatable, CustomStringConvertible {
  /// The slugs that occur more than once, in order.
  public let slugs: [Slug]

  /// One line that names them.
  public var description: String {
    "slugs must be unique; used more than once: " + slugs.map(\.description).joined(separator: ", ")
  }
}
