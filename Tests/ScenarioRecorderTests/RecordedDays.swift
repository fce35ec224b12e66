import BBBAPI
import BBBClient
import Determinism
import Scenarios
import SimulatorServer
import TimelineEngine

@testable import ScenarioRecorder

/// A recording of a simulated server whose clock stands still but for the steps between two polls.
struct RecordedDayOfTest {
  /// What was recorded, and what it became.
  let source: Scenario
  let text: String
  let scenario: Scenario
  /// How the source stood at each poll, by the offset after the first.
  let tallies: [(offset: Duration, tally: WorldTally)]

  static let secret = SharedSecret("s3cret-of-the-source")

  static func record(
    _ source: Scenario, from start: Duration = .zero, every: Duration, polls: Int, profile: Profile = .v3_0
  ) async throws -> RecordedDayOfTest {
    let server = try SimulatedServer(
      scenario: source, profile: profile, secret: secret, startingAt: start)
    let (text, tallies) = try await server.whileListening { endpoint in
      let live = try LiveExchange(trust: .system)
      let client = APIClient(
        base: try APIBase(parsing: endpoint.apiBaseURL), secret: secret, algorithm: .sha256,
        userAgent: "test",
        exchange: live)
      let poller = ServerPoller(client: client, patience: .seconds(60))
      var recorder = Recorder(every: every, startedAt: server.clock.now)
      var tallies: [(offset: Duration, tally: WorldTally)] = []
      for number in 0..<polls {
        if number > 0 { try server.advance(by: every) }
        recorder.take(try await poller.poll(at: every * number))
        tallies.append((every * number, WorldTally(of: server.world)))
      }
      try await live.shutdown()
      return (recorder.scenario(), tallies)
    }
    return RecordedDayOfTest(
      source: source, text: text, scenario: try Scenario.load(yaml: text, file: "recorded.yaml"),
      tallies: tallies)
  }
}

/// A world in the numbers that a recording keeps.
struct Counts: Equatable, CustomStringConvertible {
  var values: [String: Int]

  init(_ tally: WorldTally) {
    values = [
      "meetings": tally.meetings, "breakout rooms": tally.breakoutRooms, "moderators": tally.moderators,
    ]
    for count in tally.counts { values[count.word] = count.sum }
    // No call shows what waits to be taken up.
    for state in RecordingState.allCases where state != .unprocessed {
      values[state.rawValue] = tally.recordings[state] ?? 0
    }
  }

  var description: String {
    values.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }
}
