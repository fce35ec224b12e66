public import ConformanceKit
import Scenarios

/// Makes a failing case as small as it can while it still fails in the same way: delta debugging over the model.
///
/// - Source: Zeller and Hildebrandt, Simplifying and Isolating Failure-Inducing Input, IEEE TSE 28(2), 2002.
public struct Shrinker: Sendable {
  /// How often a smaller case may be tried.
  public var tries = 600
  /// How long it may take in all; what was reached by then stands.
  public var time = Duration.seconds(90)
  /// How many candidates are tried at the same time; the result does not hang on it, unless tries or time run out.
  public var jobs = 4
  /// Judges a candidate.
  private let judge: @Sendable (ConformanceCase) async -> [Finding]

  /// Shrinks by the findings that `judge` makes of a case.
  public init(judge: @escaping @Sendable (ConformanceCase) async -> [Finding]) {
    self.judge = judge
  }

  /// What became of a failing case.
  public struct Result: Sendable {
    /// The smallest case that was seen to fail in the same way.
    public var conformanceCase: ConformanceCase
    /// What it was seen to fail with, at its last trial.
    public var findings: [Finding]
    /// How many cases were tried.
    public var tries: Int
  }

  /// The smallest case found; nil when the case itself did not fail again, or the smallest one did not at the end.
  public func result(of whole: ConformanceCase, failing kind: FailureKind) async -> Result? {
    var progress = Progress(tries: tries, ends: ContinuousClock.now.advanced(by: time), tried: 1)
    let again = await judge(whole)
    guard kind.occurs(in: again) else { return nil }
    var smallest = whole
    while await shrink(&smallest, kind, &progress) {}
    // Once more: who fails now and then is no reproduction.
    let findings = await judge(smallest)
    guard kind.occurs(in: findings) else { return nil }
    return Result(conformanceCase: smallest, findings: findings, tries: progress.tried + 1)
  }

  private struct Progress {
    var tries: Int
    var ends: ContinuousClock.Instant
    var tried: Int

    var isOver: Bool { tried >= tries || ContinuousClock.now >= ends || Task.isCancelled }
  }

  /// One round over every kind of reduction; false when nothing became smaller.
  private func shrink(
    _ smallest: inout ConformanceCase, _ kind: FailureKind, _ progress: inout Progress
  ) async -> Bool {
    var isSmaller = false
    for reduction in Reduction.all {
      var start = 0
      while !progress.isOver {
        // What was refused before is not asked again until the round is over.
        let candidates = reduction.candidates(smallest).dropFirst(start)
        guard let (offset, next) = await firstFailing(candidates, kind, &progress) else { break }
        start = reduction.isOrdered ? offset : 0
        smallest = next
        isSmaller = true
      }
    }
    return isSmaller && !progress.isOver
  }

  /// The first of the candidates that fails in the same way, with its place among all.
  private func firstFailing(
    _ candidates: ArraySlice<ConformanceCase>, _ kind: FailureKind, _ progress: inout Progress
  ) async -> (Int, ConformanceCase)? {
    var rest = candidates.enumerated().map { ($0.offset + candidates.startIndex, $0.element) }.filter {
      $0.1.isSayable
    }[...]
    while !rest.isEmpty, !progress.isOver {
      let batch = rest.prefix(jobs)
      rest = rest.dropFirst(batch.count)
      progress.tried += batch.count
      let failing = await withTaskGroup(of: (Int, Bool).self) { group in
        for (place, candidate) in batch { group.addTask { (place, kind.occurs(in: await judge(candidate))) } }
        return await group.reduce(into: Set<Int>()) { if $1.1 { $0.insert($1.0) } }
      }
      if let found = batch.first(where: { failing.contains($0.0) }) { return found }
    }
    return nil
  }
}

extension ConformanceCase {
  /// Whether the case can be written down and read again as it is.
  var isSayable: Bool {
    guard let text = try? yaml() else { return false }
    let source = CaseLibrary.Source(slug: slug.description, file: "\(slug).yaml", bytes: Array(text.utf8))
    // A candidate that the language does not know is no candidate; why, nobody asks.
    guard let read = try? ConformanceCase(source) else { return false }
    return read.scenario == scenario && read.steps == steps
  }
}
