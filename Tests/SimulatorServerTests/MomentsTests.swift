import BBBAPI
import Determinism
import Scenarios
import SimulatorCore
import SimulatorServer
import Testing
import TimelineEngine

@Suite struct MomentsTests {
  private static func server(rate: Double = 0) throws -> SimulatedServer {
    try SimulatedServer(
      scenario: .shipped(named: "two-rooms"), profile: .v3_0, secret: SharedSecret("demo-secret"), rate: rate)
  }

  @Test func `the first moment comes at once, the next with a change of the clock`() async throws {
    let server = try Self.server()
    var moments = server.moments().makeAsyncIterator()
    #expect(await moments.next() == server.starts)
    try server.advance(by: .seconds(60))
    #expect(await moments.next() == server.starts.advanced(by: .seconds(60)))
  }

  @Test func `a running clock tells its moments by itself`() async throws {
    let server = try Self.server(rate: 1000)
    var moments = server.moments().makeAsyncIterator()
    let first = try #require(await moments.next())
    let second = try #require(await moments.next())
    #expect(first < second)
  }

  @Test(.timeLimit(.minutes(5))) func `the moments end with their task`() async throws {
    let server = try Self.server()
    let listening = Task { for await _ in server.moments() {} }
    listening.cancel()
    await listening.value
  }

  @Test func `a listener hears what happened until the moment, and once`() throws {
    let server = try Self.server()
    let listener = server.simulator.listen(to: [.meetings, .recordings])
    let deaf = server.simulator.listen(to: [])
    let evening = server.starts.advanced(by: .seconds(3600))
    #expect(server.simulator.takeHappenings(for: listener, at: evening).count == 6)
    #expect(server.simulator.takeHappenings(for: listener, at: evening).isEmpty)
    #expect(server.simulator.takeHappenings(for: deaf, at: evening).isEmpty)
    server.simulator.dismiss(listener)
    #expect(server.simulator.timeline.observes == [])
  }
}
