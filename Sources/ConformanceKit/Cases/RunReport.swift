/// What is known about a run before its first case.
public struct RunFacts: Sendable, Equatable {
  /// The name of the judging command, such as `bbb-conformance`.
  public var tool: String
  /// The version of the judging command.
  public var version: String
  /// The subject under test, as the user gave it: a command line or an address.
  public var subject: String
  /// When the run began, as the caller writes it; ISO 8601 with a zone is what CI systems read.
  public var startedAt: String
  /// The highest level that was asked for.
  public var level: Level
  /// Whether warnings count as failures.
  public var isStrict: Bool
  /// The cases that are known to fail.
  public var knownFailures = KnownFailures()
  /// The command that ran this suite, without its own `--only`: a case is run alone by adding that and its slug.
  public var command: String

  /// Makes the facts of a run that is not strict and goes up to the required level.
  public init(tool: String, version: String, subject: String, startedAt: String, command: String) {
    self.tool = tool
    self.version = version
    self.subject = subject
    self.startedAt = startedAt
    self.command = command
    level = .required
    isStrict = false
  }

  /// The command that runs one case alone.
  public func rerun(of slug: Slug) -> String { "\(command) --only \(slug)" }
}

/// What a run found: its facts and one result for every case that was selected.
public struct RunReport: Sendable, Equatable {
  /// What was known before the first case.
  public var facts: RunFacts
  /// The results in the order of their slugs, however the cases finished.
  public private(set) var results: [CaseResult]
  /// How long the whole run took by its clock.
  public var elapsed: Duration
  /// Whether the run was cut short; what had no verdict by then is skipped.
  public var wasInterrupted: Bool

  /// Makes a report and puts the results in order.
  public init(_ facts: RunFacts, results: [CaseResult], elapsed: Duration, wasInterrupted: Bool = false) {
    self.facts = facts
    self.results = results.sorted { $0.slug < $1.slug }
    self.elapsed = elapsed
    self.wasInterrupted = wasInterrupted
  }

  /// How many cases came to each verdict.
  public var counts: VerdictCounts { VerdictCounts(results.lazy.map(\.verdict)) }

  /// The results of each group, in the order of the groups.
  public var groups: [(name: String, results: [CaseResult])] {
    results.reduce(into: []) { groups, result in
      if groups.last?.name == result.slug.group {
        groups[groups.count - 1].results.append(result)
      } else {
        groups.append((result.slug.group, [result]))
      }
    }
  }
}
