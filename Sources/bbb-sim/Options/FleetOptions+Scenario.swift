import BBBAPI
import ExitCodes
import Scenarios
import SimulatorServer

extension FleetOptions {
  /// The fleet with this root and the servers that its scenario describes; their clocks run as the root's does.
  func fleet(root: SimulatedServer, of scenario: Scenario, rate: Double, access: ControlAccess) throws
    -> ServerFleet
  {
    let fleet = fleet(root: root, access: access)
    do {
      for server in scenario.servers {
        try fleet.add(ServerName(server.name), SimulatedServer(server, rate: rate))
      }
    } catch {
      Console.complain("\(scenario.name) describes servers that can't stand together: \(error)")
      throw ExitCode.badConfiguration.thrown
    }
    return fleet
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
