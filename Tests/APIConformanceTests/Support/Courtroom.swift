import BBBAPI
import BBBClient
import ConformanceKit
import Scenarios
import SimulatorServer

@testable import APIConformance

/// A simulated server under judgement, on a day with people, meetings and recordings of its own.
enum Courtroom {
  static let secret = SharedSecret("no-report-shows-this")

  /// Runs `body` with a target that is the simulator, or a mutant of it.
  static func open<Result: Sendable>(
    profile: Profile? = nil, mutant: Mutant? = nil, seed: UInt64 = 1,
    _ body: @escaping @Sendable (APITarget) async throws -> Result
  ) async throws -> Result {
    var scenario = try Scenario.shipped(named: "two-rooms")
    scenario.recordings = [
      RecordingStock(count: 3, state: .published, spread: .seconds(7200)),
      RecordingStock(count: 1, state: .unpublished, spread: .seconds(7200)),
    ]
    let profile = profile ?? mutant?.profile ?? .v3_0
    let server = try SimulatedServer(
      scenario: scenario, profile: profile, secret: secret, startingAt: .seconds(720), rate: 1)
    return try await server.whileListening { endpoint in
      let live = try LiveExchange(trust: .system)
      var target = try target(at: endpoint, live, mutant, seed)
      target.profile = profile
      do {
        let result = try await body(target)
        try await live.shutdown()
        return result
      } catch {
        try await live.shutdown()
        throw error
      }
    }
  }

  private static func target(
    at endpoint: Endpoint, _ live: LiveExchange, _ mutant: Mutant?, _ seed: UInt64
  ) throws -> APITarget {
    let exchange: any HTTPExchange =
      mutant.map { MutantExchange(mutant: $0, live: live, secret: secret) } ?? live
    return APITarget(
      base: try APIBase(parsing: endpoint.apiBaseURL), secret: secret, seed: seed,
      patience: Patience(looks: 25, pause: .milliseconds(2), clock: ContinuousClock()), exchange: exchange)
  }

  /// The report of a run of some of the checks.
  static func report(_ target: APITarget, only: String...) async throws -> RunReport {
    let catalogue = try Catalogue(APISuite.checks(of: target))
    let checks = catalogue.selecting(Selection(level: .informative, only: only.map { Glob($0) }))
    let facts = RunFacts(tool: "t", version: "0", subject: target.base.text, startedAt: "", command: "judge")
    return await Runner(width: 2, clock: ContinuousClock()).run(checks, as: facts)
  }
}

extension APITarget {
  /// The IDs of the judge's own meetings that the server lists.
  func leftovers() async throws -> [String] {
    let hearing = Hearing(self, slug: "test/leftovers", context: CaseContext())
    let listing = try await hearing.success(hearing.ask(.getMeetings))
    let meetingIDs = listing["meetings"]?.children.compactMap { $0.text(of: "meetingID") } ?? []
    return meetingIDs.filter { $0.hasPrefix(OwnMeeting.prefix) }
  }
}
