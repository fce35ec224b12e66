public import ConformanceKit
import Scenarios

/// Holds an exporter to worlds of chance, and makes those that it fails small.
public struct FuzzRun: Sendable {
  /// The worlds, in the order of their numbers.
  public let worlds: [FuzzedWorld]
  /// No more worlds are begun once so many have failed; those that run side by side end.
  public var mostFailures = 10
  /// Of so many kinds of failure a world is made small.
  public var mostKinds = 5
  private let exporter: ExporterCommand
  private let mutant: Mutant?
  /// At most so many worlds are run before it is seen whether enough have failed.
  private static let longestRound = 20

  /// Prepares a run; with a mutant the exporter has its defect.
  public init(_ worlds: [FuzzedWorld], exporter: ExporterCommand, mutant: Mutant? = nil) {
    self.worlds = worlds
    self.exporter = exporter
    self.mutant = mutant
  }

  /// What is told while the run goes on.
  public enum Progress: Sendable {
    /// So many worlds are done, and so many of them have failed.
    case judged(Int, failed: Int, of: Int)
    /// A world is being made small.
    case shrinking(Slug, FailureKind)
  }

  /// Runs the worlds, `jobs` at the same time, then shrinks one world for each kind of failure.
  ///
  /// When the task is cancelled the report is partial, and no process is left.
  public func report(
    jobs: Int, as facts: RunFacts, progress: (Progress) -> Void = { _ in }
  ) async -> FuzzReport {
    let beginning = ContinuousClock.now
    var results: [CaseResult] = []
    var wasInterrupted = false
    var rest = worlds[...]
    func failed() -> Int { results.count { $0.verdict == .failed } }
    while !rest.isEmpty, failed() < mostFailures, !wasInterrupted {
      let length = max(jobs, min(mostFailures - failed(), Self.longestRound))
      let round = await Runner(width: jobs, clock: ContinuousClock())
        .run(rest.prefix(length).map { check($0.conformanceCase) }, as: facts)
      rest = rest.dropFirst(length)
      results += round.results
      wasInterrupted = round.wasInterrupted
      progress(.judged(results.count, failed: failed(), of: worlds.count))
    }
    let shrunk = await shrunkWorlds(results, jobs: jobs, progress)
    let run = RunReport(
      facts, results: results, elapsed: beginning.duration(to: .now),
      wasInterrupted: wasInterrupted || Task.isCancelled)
    return FuzzReport(
      run: run, worlds: Array(worlds.prefix(results.count)), planned: worlds.count, shrunk: shrunk)
  }

  private func check(_ conformanceCase: ConformanceCase) -> ExporterCheck {
    mutant.map { ExporterCheck(conformanceCase, exporter: exporter, mutant: $0) }
      ?? ExporterCheck(conformanceCase, exporter: exporter)
  }
}

extension FuzzRun {
  /// For each kind of failure its worlds, the first kind first.
  static func kinds(_ results: [CaseResult]) -> [(kind: FailureKind, slugs: [Slug])] {
    let failed = results.filter { $0.verdict == .failed || $0.verdict == .knownFailure }
    return failed.reduce(into: []) { kinds, result in
      guard let kind = FailureKind(result.findings) else { return }
      if let index = kinds.firstIndex(where: { $0.kind == kind }) {
        kinds[index].slugs.append(result.slug)
      } else {
        kinds.append((kind, [result.slug]))
      }
    }
  }

  private func shrunkWorlds(
    _ results: [CaseResult], jobs: Int, _ progress: (Progress) -> Void
  ) async -> [ShrunkWorld] {
    var shrunk: [ShrunkWorld] = []
    for (kind, slugs) in Self.kinds(results).prefix(mostKinds) where !Task.isCancelled {
      // The smallest of them has the shortest way.
      let failing = worlds.filter { slugs.contains($0.conformanceCase.slug) }
      guard let world = failing.min(by: { $0.conformanceCase.size < $1.conformanceCase.size }) else {
        continue
      }
      progress(.shrinking(world.conformanceCase.slug, kind))
      shrunk.append(
        ShrunkWorld(
          world, kind, alike: slugs, await shrinker(jobs).result(of: world.conformanceCase, failing: kind)))
    }
    return shrunk
  }

  private func shrinker(_ jobs: Int) -> Shrinker {
    var shrinker = Shrinker { candidate in
      let facts = RunFacts(tool: "", version: "", subject: "", startedAt: "", command: "")
      let report = await Runner(width: 1, clock: ContinuousClock()).run([check(candidate)], as: facts)
      return report.results.first { $0.verdict == .failed }?.findings ?? []
    }
    shrinker.jobs = jobs
    return shrinker
  }
}

extension ConformanceCase {
  /// Roughly how much there is to take away.
  var size: Int {
    scenario.meetings.reduce(steps.count) { $0 + 1 + $1.people.count } + scenario.faults.count
      + scenario.timeline.count
      + scenario.recordings.count + settings.count + scenario.arrivals.count
  }
}
