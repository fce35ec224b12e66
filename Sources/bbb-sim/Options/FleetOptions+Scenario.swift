import BBBAPI
import ExitCodes
import Scenarios
import SimulatorServer

extension FleetOptions {
  /// The fleet with this root and the servers that its scenario describes; their clocks run as the root's does.
  func fleet(
    root: SimulatedServer, of scenario: Scenario, rate: Double, access: ControlAccess, keeping: StateKeeping?
  ) throws -> ServerFleet {
    do {
      let fleet = try fleet(root: root, access: access, keeping: keeping)
      for server in scenario.servers {
        try fleet.add(ServerName(server.name), SimulatedServer(server, rate: rate))
      }
      return fleet
    } catch FleetError.unkept(let name, let reason) {
      Console.complain("the state of server '\(name)' can't be kept: \(reason)")
      throw ExitCode.badConfiguration.thrown
    } catch {
      Console.complain("\(scenario.name) describes servers that can't stand together: \(error)")
      throw ExitCode.badConfiguration.thrown
    }
  }
}

extension SimulatedServer {
  /// A server of a fleet at its place in the day.
  fileprivate init(_ server: FleetServer, rate: Double) throws {
    // Reading the scenario has made sure that the profile exists.
    let profile = Profile.named(server.scenario.server.profile) ?? .v3_0
    try self.init(
      scenario: server.scenario, seed: server.seed, profile: profile, secret: SharedSecret(server.secret),
      startingAt: server.offset, rate: rate)
  }
}
