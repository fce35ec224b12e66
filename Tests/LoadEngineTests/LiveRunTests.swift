import BBBAPI
import BBBClient
import NIOCore
import NIOPosix
import Scenarios
import SimulatorServer
import Testing

@testable import LoadEngine

/// Runs over real sockets of this machine, each for a fraction of a second.
@Suite(.serialized) struct LiveRunTests {
  private func simulated() throws -> SimulatedServer {
    try SimulatedServer(
      scenario: ScenarioSource.resolve("two-rooms").scenario(), profile: .v3_0,
      secret: SharedSecret("demo-secret"),
      startingAt: .seconds(900))
  }

  private static func plan(_ rate: Double, milliseconds: Int) -> LoadPlan {
    LoadPlan(.constant(rate, for: .milliseconds(milliseconds)), spacing: .poisson(seed: 1))
  }

  /// A machine that is busy with something else must not turn waiting into dropping.
  private static let unhurried = DispatchLimits(patience: .seconds(600), timeout: .seconds(600))

  @Test func `every request of a mix is answered by the simulator, which counts the same`() async throws {
    let server = try simulated()
    let report = try await server.whileListening { endpoint in
      let target = try LoadTarget(
        api: APIBase(parsing: endpoint.apiBaseURL), secret: server.secret,
        mix: CallMix(
          parsing: "getMeetings=2,getRecordings=1,getMeetingInfo:algebra-seminar=1,getMeetingInfo:nobody=1"))
      let run = LoadRun(plan: Self.plan(400, milliseconds: 300), target: target, limits: Self.unhurried)
      return LoadReport(of: run, try await run.perform())
    }
    let calls = report.result.record.calls
    #expect(report.total.planned == 120 && report.total.sent == 120 && report.total.unfinished == 0)
    #expect(calls[0...2].allSatisfy { $0.ok == $0.sent && $0.sent > 0 })
    #expect(calls[3][.failed] == calls[3].sent && calls[3].ok == 0 && calls[3].sent > 0)
    #expect(report.total.latency.count == 120 && !report.result.wasInterrupted)
    #expect(report.verdict == .passed)
  }

  @Test func `a wrong secret is an answer of FAILED, and a run of nothing else has failed`() async throws {
    let report = try await simulated().whileListening { endpoint in
      let target = try LoadTarget(
        api: APIBase(parsing: endpoint.apiBaseURL), secret: SharedSecret("other"),
        mix: CallMix(parsing: "getMeetings"))
      let run = LoadRun(plan: Self.plan(200, milliseconds: 100), target: target, limits: Self.unhurried)
      return LoadReport(of: run, try await run.perform())
    }
    #expect(report.total[.failed] == 20 && report.verdict == .failed)
  }

  @Test func `two lanes send the whole plan once`() async throws {
    let report = try await simulated().whileListening { endpoint in
      let target = LoadTarget(page: try HTTPLocation(parsing: endpoint.url + "/bigbluebutton/api"))
      // Some 25,000 a second for 20 ms want two event loops.
      let run = LoadRun(plan: Self.plan(25_000, milliseconds: 20), target: target, limits: Self.unhurried)
      return LoadReport(of: run, try await run.perform())
    }
    #expect(report.total.planned == 500 && report.total.ok == 500)
  }

  @Test func `a page that isn't there is an error of status`() async throws {
    let total = try await simulated().whileListening { endpoint in
      let target = LoadTarget(page: try HTTPLocation(parsing: endpoint.url + "/nothing-here"))
      let run = LoadRun(plan: Self.plan(100, milliseconds: 100), target: target, limits: Self.unhurried)
      return try await run.perform().record.total
    }
    #expect(total[.status] == 10 && total.ok == 0)
  }

  @Test func `nobody listening is unreachable, and nothing was sent`() async throws {
    // A port that the system just gave and took back.
    let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .bind(host: "127.0.0.1", port: 0).get()
    let port = server.localAddress?.port ?? 0
    try await server.close()
    let target = LoadTarget(page: try HTTPLocation(parsing: "http://127.0.0.1:\(port)/metrics"))
    let run = LoadRun(plan: Self.plan(100, milliseconds: 100), target: target)
    await #expect(throws: LoadError.unreachable(reason: "connection refused")) { try await run.perform() }
  }

  @Test func `another machine must be allowed`() async throws {
    let target = LoadTarget(page: try HTTPLocation(parsing: "http://192.0.2.1/metrics"))
    let run = LoadRun(plan: Self.plan(100, milliseconds: 100), target: target)
    await #expect(throws: LoadError.notAllowed(host: "192.0.2.1")) { try await run.perform() }
  }

  @Test(arguments: [RudeServer.Manner.closes, .babbles, .isSilent])
  func `bad servers are errors by kind`(_ manner: RudeServer.Manner) async throws {
    let server = try await RudeServer.start(manner)
    let target = LoadTarget(
      page: try HTTPLocation(parsing: "http://127.0.0.1:\(server.localAddress?.port ?? 0)/"))
    let limits = manner == .isSilent ? DispatchLimits(timeout: .milliseconds(50)) : Self.unhurried
    let run = LoadRun(plan: Self.plan(100, milliseconds: 100), target: target, limits: limits)
    let total = try await run.perform().record.total
    try await server.close()
    #expect(total[manner.failure] == 10, "\(FailureKind.allCases.map { ($0, total[$0]) })")
  }

  @Test func `a cancelled run returns at once with what it has`() async throws {
    let server = try await RudeServer.start(.isSilent)
    let target = LoadTarget(
      page: try HTTPLocation(parsing: "http://127.0.0.1:\(server.localAddress?.port ?? 0)/"))
    let run = LoadRun(plan: Self.plan(100, milliseconds: 3_600_000), target: target)
    // Cancelled by its first line of progress, after about a second.
    let (lines, continuation) = AsyncStream<Void>.makeStream()
    let result = try await withThrowingTaskGroup(of: LoadResult?.self) { group in
      group.addTask { try await run.perform { _ in continuation.yield() } }
      for await _ in lines { break }
      group.cancelAll()
      return try await group.next() ?? nil
    }
    try await server.close()
    let total = try #require(result?.record.total)
    #expect(result?.wasInterrupted == true)
    #expect(total.planned > 10 && total.planned < 1000 && total.unfinished == total.planned)
  }
}
