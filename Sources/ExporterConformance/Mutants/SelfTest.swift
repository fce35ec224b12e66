public import ConformanceKit

/// Judges the judge: every mutant must fail the cases that claim it, and every required case must have one to catch.
public struct SelfTest: Sendable {
  private let exporter: ExporterCommand
  private let cases: [Slug: ConformanceCase]
  private let mutants: [Mutant]
  private let triesAllCases: Bool

  /// Prepares the trials of `mutants` made from `exporter`, which must pass `cases` itself.
  ///
  /// With `triesAllCases` a mutant goes through all cases, not only those that claim it; those that catch it besides
  /// are told, and those that do not are no survival.
  public init(
    _ mutants: [Mutant], of exporter: ExporterCommand, in cases: [ConformanceCase],
    triesAllCases: Bool = false
  ) {
    self.mutants = mutants
    self.exporter = exporter
    self.cases = Dictionary(cases.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
    self.triesAllCases = triesAllCases
  }

  /// One exporter before one case.
  private struct Trial: Sendable {
    /// The mutant; nil for the good exporter.
    var mutant: Mutant?
    var conformanceCase: ConformanceCase

    var runsAlone: Bool { conformanceCase.runsAlone }
  }

  /// Makes all trials, `jobs` at the same time; `progress` hears after each how many are done.
  public func report(
    jobs: Int, as facts: RunFacts, progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) async -> MutationReport {
    let (trials, start) = (trials, ContinuousClock.now)
    var results: [(Trial, CaseResult?)] = []
    let parts = [(trials.filter { !$0.runsAlone }, jobs), (trials.filter(\.runsAlone), 1)]
    for (part, width) in parts {
      await make(part, width: width, as: facts) { result in
        results.append(result)
        progress(results.count, trials.count)
      }
    }
    var report = report(of: results)
    (report.duration, report.triedAllCases) = (start.duration(to: .now), triesAllCases)
    return report
  }

  /// Makes trials, `width` at the same time, until all are done or the task is cancelled.
  private func make(
    _ trials: [Trial], width: Int, as facts: RunFacts, finished: ((Trial, CaseResult?)) -> Void
  ) async {
    await withTaskGroup(of: (Trial, CaseResult?).self) { group in
      for (started, trial) in trials.enumerated() {
        if started >= width, let result = await group.next() { finished(result) }
        guard !Task.isCancelled else {
          finished((trial, nil))  // Never begun is untried; left out, it would have let the mutant pass.
          continue
        }
        group.addTask { (trial, await result(of: trial, as: facts)) }
      }
      for await result in group { finished(result) }
    }
  }

  private var trials: [Trial] {
    let claimed = mutants.map { mutant in
      (triesAllCases ? cases.keys.sorted() : mutant.claims).compactMap { slug in
        cases[slug].map { Trial(mutant: mutant, conformanceCase: $0) }
      }
    }.flatMap(\.self)
    let used = Set(claimed.map(\.conformanceCase.slug)).sorted()
    return used.compactMap { slug in cases[slug].map { Trial(conformanceCase: $0) } } + claimed
  }

  private func result(of trial: Trial, as facts: RunFacts) async -> CaseResult? {
    // The good exporter stands where the mutants stand, so that what they fail for is nobody's fault but their own.
    let check = ExporterCheck(
      trial.conformanceCase, exporter: exporter, defect: trial.mutant?.defect ?? .nothing)
    return await Runner(width: 1, clock: ContinuousClock()).run([check], as: facts).results.first
  }

  private func report(of results: [(Trial, CaseResult?)]) -> MutationReport {
    let encounters = results.compactMap { trial, result in
      trial.mutant.map { mutant in
        (mutant.slug, MutationReport.Encounter(trial.conformanceCase.slug, result))
      }
    }
    let bySlug = Dictionary(grouping: encounters, by: \.0)
    return MutationReport(
      mutants: mutants.map { mutant in
        MutationReport.Fate(
          mutant, encounters: (bySlug[mutant.slug] ?? []).map(\.1).sorted { $0.slug < $1.slug })
      },
      goodExporter: results.filter { $0.0.mutant == nil }
        .map { MutationReport.Encounter($0.0.conformanceCase.slug, $0.1) }
        .sorted { $0.slug < $1.slug },
      unclaimed: Self.unclaimed(among: cases.values))
  }

  /// The required cases that no mutant of all stands for.
  static func unclaimed(among cases: some Sequence<ConformanceCase>) -> [Slug] {
    let claimed = Set(Mutant.all.flatMap(\.claims))
    return cases.filter { $0.level == .required && !claimed.contains($0.slug) }.map(\.slug).sorted()
  }
}
