import BBBAPI
import Determinism
import Foundation
import Scenarios
import TestSupport
import Testing

@Suite struct ShippedScenariosTests {
  @Test func `the generated source holds the files of the folder`() throws {
    let files = try Fixtures.shipped.names(endingIn: ".yaml").map { name in
      [
        name.replacing(".yaml", with: ""),
        String(decoding: try Fixtures.shipped.bytes(name), as: UTF8.self),
      ]
    }
    #expect(files.count >= 10)
    #expect(ShippedScenarios.all.map { [$0.name, $0.yaml] } == files, "run .ci/embed-scenarios")
  }

  @Test(arguments: ShippedScenarios.all.map(\.name))
  func `a shipped scenario has no mistake and its own name`(
    name: String
  ) throws {
    let scenario = try Scenario.shipped(named: name)
    #expect(scenario.name == name)
    #expect(!scenario.about.isEmpty)
    #expect(scenario.faults.isEmpty == (name != "flaky-network"), "a shipped day is a healthy day")
  }

  @Test func `nothing happens on the quiet server`() throws {
    let quiet = try Scenario.shipped(named: "quiet-server")
    let nothing = Scenario(
      name: "quiet-server", about: quiet.about, seed: 1, starts: Scenario.usualStart, server: ServerPlan())
    #expect(quiet == nothing)
  }

  @Test func `two rooms are as their comments say`() throws {
    let rooms = try Scenario.shipped(named: "two-rooms").meetings
    #expect(rooms.map(\.people.count) == [6, 4])
    #expect(rooms.map(\.origin?.name) == ["Moodle", "Greenlight"])
    #expect(rooms.map(\.record) == [true, false])
    let everybody = rooms.flatMap(\.people)
    #expect(everybody.filter { $0.crowd.clients.map(\.value) == [.dialIn] }.map(\.name) == ["Jürgen"])
    #expect(rooms[0].people.map(\.crowd.listening) == [0, 0, 1, 1, 1, 0])
    #expect(rooms[0].people.map { $0.crowd.camera * Double($0.cameraStreams) } == [2, 1, 0, 0, 0, 0])
    #expect(rooms[1].people.allSatisfy { $0.crowd.microphone == 1 })
  }
}
