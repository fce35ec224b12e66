import ArgumentParser
import Determinism
import SimulatorServer

/// Which servers share the port.
struct FleetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Servers beside the root one, each a world of its own at /NAME/bigbluebutton/api: NAME,NAME,… with days of their own, or auto for any name from its first use on, each with the root's day.",
      valueName: "names"))
  var servers: ServerSet?

  @Option(help: ArgumentHelp("How many servers fit beside the root one.", valueName: "n"))
  var maxServers = ServerFleet.usualLimit

  func validate() throws {
    guard (1...100_000).contains(maxServers) else {
      throw ValidationError("--max-servers must be from 1 to 100000")
    }
    guard case .names(let names) = servers, names.count > maxServers else { return }
    throw ValidationError("--servers names \(names.count) servers, and --max-servers is \(maxServers)")
  }

  /// The fleet with this root.
  func fleet(root: SimulatedServer, access: ControlAccess, keeping: StateKeeping?) throws -> ServerFleet {
    let fleet = ServerFleet(
      root: root, policy: servers == .auto ? .auto : .fixed, limit: maxServers, access: access,
      keeping: keeping)
    if case .names(let names) = servers {
      for name in names { try fleet.add(name, root.twin(seed: root.seed(of: name))) }
    }
    return fleet
  }
}

/// What `--servers` takes.
enum ServerSet: Equatable {
  case auto
  case names([ServerName])
}

extension ServerSet: ExpressibleByArgument {
  init?(argument: String) {
    if argument == "auto" {
      self = .auto
      return
    }
    var names: [ServerName] = []
    for text in argument.split(separator: ",", omittingEmptySubsequences: false) {
      // ArgumentParser has its own words for an argument that can't be read.
      guard let name = try? ServerName(String(text)), !names.contains(name) else { return nil }
      names.append(name)
    }
    self = .names(names)
  }
}
