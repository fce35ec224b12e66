import ArgumentParser
import BBBAPI
import ExitCodes
import Scenarios
import SimulatorCore
import SimulatorServer

/// What outlives the process.
struct KeepingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Keep every change and the clock in this SQLite file, and go on from there when it exists; --clock and --at count for a new one. Server NAME keeps its own in FILE.NAME.",
      valueName: "file"))
  var state: String?

  @Option(
    help: ArgumentHelp(
      "Keep a /var/bigbluebutton tree of the recordings in this folder, which must be empty, new, or held one before.",
      valueName: "folder"))
  var disk: String?

  @Option(
    help: ArgumentHelp(
      "Write the version of BBB to this file, as in /etc/bigbluebutton/bigbluebutton-release.",
      valueName: "file"))
  var diskRelease: String?

  func validate() throws {
    // SQLite takes an empty name for a file that nobody ever finds again.
    for (option, path) in [("--state", state), ("--disk", disk), ("--disk-release", diskRelease)] {
      if path == "" { throw ValidationError("\(option) needs a path; this one is empty") }
    }
  }

  /// The server that plays a scenario, or goes on as its state file has it.
  func server(playing source: ScenarioSource, _ world: WorldOptions) throws -> SimulatedServer {
    let scenario = try Console.read(source)
    let fresh = try world.server(playing: scenario)
    guard let state else { return fresh }
    let file = try Self.open(
      state, of: .init(source: source, scenario: scenario, seed: world.seed, profile: fresh.simulator.profile)
    )
    return try SimulatedServer(
      keptIn: file, scenario: scenario, seed: world.seed, profile: fresh.simulator.profile,
      secret: fresh.secret, startingAt: world.at.offset, rate: world.clock.rate)
  }

  /// Where the other servers of the port keep theirs.
  func besideRoot(of source: ScenarioSource) -> StateKeeping? {
    state.map { StateKeeping(beside: $0, of: source) }
  }

  private static func open(_ path: String, of identity: StateIdentity) throws -> StateFile {
    do {
      return try StateFile(at: path, of: identity)
    } catch {
      Console.complain(error.description)
      if case .inUse = error { throw ExitCode.unreachable.thrown }
      throw ExitCode.badConfiguration.thrown
    }
  }

  /// What keeps the tree, if one is wanted, with its folder taken already.
  func diskKeeping(of server: SimulatedServer) throws -> DiskKeeping? {
    do {
      if let diskRelease { try ReleaseFile.write(server.simulator.profile, to: diskRelease) }
      return try disk.map { DiskKeeping(try DiskTree(at: $0), of: server) }
    } catch {
      Console.complain("\(error)")
      throw ExitCode.badConfiguration.thrown
    }
  }
}
