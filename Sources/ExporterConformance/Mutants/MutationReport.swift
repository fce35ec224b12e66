public import ConformanceKit

/// What became of the mutants.
public struct MutationReport: Sendable {
  /// An exporter before a case.
  public struct Encounter: Sendable {
    /// The case.
    public let slug: Slug
    /// What the case said; skipped when the run was interrupted.
    public let verdict: Verdict
    /// The first thing that the case found wrong.
    public let finding: String?

    init(_ slug: Slug, _ result: CaseResult?) {
      self.slug = slug
      verdict = result?.verdict ?? .skipped
      finding = result?.findings.first?.what
    }

    /// Whether the case has found something wrong.
    var caught: Bool { verdict == .failed || verdict == .warned }
  }

  /// A mutant and its encounters.
  public struct Fate: Sendable {
    /// The mutant.
    public let mutant: Mutant
    /// In the order of the cases' slugs.
    public let encounters: [Encounter]

    init(_ mutant: Mutant, encounters: [Encounter]) {
      self.mutant = mutant
      self.encounters = encounters
    }

    /// The encounters with cases that claim the mutant.
    var claimed: [Encounter] { encounters.filter { mutant.claims.contains($0.slug) } }

    /// The cases that claim the mutant, know the good exporter and yet let the mutant pass, or are not there at all.
    public var missedBy: [Slug] {
      let strangers = mutant.claims.filter { slug in !encounters.contains { $0.slug == slug } }
      return claimed.filter { $0.verdict == .passed }.map(\.slug) + strangers
    }

    /// The cases that claim the mutant and could say nothing, as where nobody may mount.
    public var untriedBy: [Slug] {
      claimed.filter { !$0.caught && $0.verdict != .passed }.map(\.slug)
    }
  }

  /// How a mutant ended.
  public enum Outcome: String, Sendable, Codable {
    /// Every case that claims it has found it, where it could be tried.
    case caught
    /// A case that claims it has let it pass.
    case survived
    /// No case could try it.
    case untried
  }

  /// The mutants, in the order of their slugs.
  public let mutants: [Fate]
  /// The good exporter before every case that was used; a case that fails it has caught nothing.
  public let goodExporter: [Encounter]
  /// Required cases that no mutant stands for.
  public let unclaimed: [Slug]
  /// How long the trials have taken together.
  public var duration = Duration.zero
  /// Whether every mutant has gone through every case, so that what one case alone has caught says something.
  public var triedAllCases = false
}

extension MutationReport.Fate {
  /// How the mutant ended.
  public var outcome: MutationReport.Outcome {
    if !missedBy.isEmpty { return .survived }
    return claimed.contains(where: \.caught) ? .caught : .untried
  }
}

extension MutationReport {
  /// Cases that the good exporter does not pass, so that nothing follows from what they say of a mutant.
  public var biased: [Encounter] { goodExporter.filter { $0.caught || $0.verdict == .harnessFailed } }

  /// Cases that could say nothing, of the good exporter or of a mutant.
  public var untried: [Slug] {
    let silent = goodExporter.filter { $0.verdict != .passed && !$0.caught }.map(\.slug)
    return Set(silent + mutants.flatMap(\.untriedBy)).sorted()
  }

  /// How many mutants ended so.
  public func count(_ outcome: Outcome) -> Int { mutants.count { $0.outcome == outcome } }

  /// The kinds of mutants, with those caught and those that could be tried.
  public var scores: [(kind: String, caught: Int, all: Int)] {
    let byKind = Dictionary(grouping: mutants, by: \.mutant.slug.group)
    return byKind.sorted { $0.key < $1.key }.map { kind, fates in
      (kind, fates.count { $0.outcome == .caught }, fates.count { $0.outcome != .untried })
    }
  }

  /// Cases without which a mutant would have passed all others, with those mutants; empty unless all cases were tried.
  public var standingAlone: [(witness: Slug, mutants: [Slug])] {
    guard triedAllCases else { return [] }
    let alone = mutants.compactMap { fate -> (witness: Slug, mutant: Slug)? in
      let witnesses = fate.encounters.filter(\.caught)
      return witnesses.count == 1 ? (witnesses[0].slug, fate.mutant.slug) : nil
    }
    return Dictionary(grouping: alone, by: \.witness).sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.map(\.mutant)) }
  }

  /// Whether every mutant that could be tried was caught, and every required case has one to catch.
  public var isSound: Bool { count(.survived) == 0 && biased.isEmpty && unclaimed.isEmpty }
}
