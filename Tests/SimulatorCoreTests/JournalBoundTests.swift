import BBBAPI
import Scenarios
import Testing
import TimelineEngine

@testable import SimulatorCore

@Suite struct JournalBoundTests {
  @Test func `a server that was told too much says so, and still tells`() {
    var simulation = Simulation(scenario: .quiet, seed: nil, profile: .v3_0, secret: Caller.secret)
    simulation.mostCommands = 2
    let keys = (0..<3).map { number -> String? in
      let create = APIRequest.signed(.create, ["name": "Demo", "meetingID": "demo-\(number)"])
      return simulation.handle(create, at: Scenario.quiet.starts).1.messageKey
    }
    #expect(keys == [nil, nil, "simulatorJournalFull"])
    #expect(simulation.timeline.journal.count == 2)
    #expect(simulation.handle(.signed(.getMeetings), at: Scenario.quiet.starts).1.messageKey == nil)
    #expect(simulation.world.meetings.count == 2)
  }
}
