public import ConformanceKit
import Scenarios

/// What a run over worlds of chance has found.
public struct FuzzReport: Sendable {
  /// A result for each world that was run; what was shrunk stands in the notes.
  public let run: RunReport
  /// What the worlds that were run held.
  public let contents: WorldContents
  /// How many worlds were asked for; more than were run when enough had failed.
  public let planned: Int
  /// One world for each kind of failure, made small.
  public let shrunk: [ShrunkWorld]

  /// The secrets of the worlds, none of which anybody may read in a report.
  public let secrets: [String]

  init(run: RunReport, worlds: [FuzzedWorld], planned: Int, shrunk: [ShrunkWorld]) {
    contents = WorldContents(of: worlds)
    secrets = worlds.map(\.conformanceCase.scenario.server.secret)
    self.planned = planned
    self.shrunk = shrunk
    self.run = RunReport(
      run.facts, results: run.results.map { Self.annotated($0, shrunk) }, elapsed: run.elapsed,
      wasInterrupted: run.wasInterrupted)
  }

  private static func annotated(_ result: CaseResult, _ shrunk: [ShrunkWorld]) -> CaseResult {
    guard let world = shrunk.first(where: { $0.alike.contains(result.slug) }) else { return result }
    var result = result
    let isItself = world.world.conformanceCase.slug == result.slug
    result.notes.append(isItself ? world.summary : "the same as in \(world.world.conformanceCase.slug)")
    return result
  }
}
