import ArgumentParser
import BBBAPI
import Determinism
import ExitCodes
import Foundation
import Logging
import Scenarios
import ServiceLifecycle
import SimulatorServer
import UnixSignals

/// `bbb-sim run`: plays a scenario on a port until it is told to stop.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Play a scenario on a port.",
    discussion: """
      When it listens it prints one line on standard output,

        ready API_BASE_URL=http://127.0.0.1:8090/bigbluebutton/api/ API_SECRET=demo-secret

      whose words behind 'ready' suit env(1). The control API is at /_sim/ on the same port; GET /_sim lists it.

      \(ExitCode.helpTable)
      """)

  @Argument(help: "A shipped scenario's name, or the path of a file.")
  var scenario: String

  @OptionGroup var listen: ListenOptions
  @OptionGroup(title: "TLS") var tls: TLSOptions
  @OptionGroup(title: "The day") var world: WorldOptions
  @OptionGroup(title: "Many servers") var fleet: FleetOptions
  @OptionGroup(title: "What is kept") var keeping: KeepingOptions
  @OptionGroup(title: "Control API") var control: ControlOptions
  @OptionGroup(title: "Callbacks") var callbacks: CallbackOptions

  func run() async throws {
    OpenFiles.raiseLimit()
    let source = try Console.readSource(scenario)
    let lines = DiagnosisLines()
    var root = try keeping.server(playing: source, world)
    root.consultation = lines.consultation
    let server = root
    let identity = try tls.identity(servingAs: listen.host)
    // What lies before --at happens now, not while the first caller waits.
    _ = server.world
    let disk = try keeping.diskKeeping(of: server)
    let servers = try fleet.fleet(
      root: server, of: Console.read(source), rate: world.clock.rate, access: try control.access(),
      keeping: keeping.besideRoot(of: source))
    let beside: [Task<Void, Never>] = [
      Task { await lines.print() }, Task { await servers.keepClocks() }, Task { await disk?.run() },
    ]
    defer { beside.forEach { $0.cancel() } }
    var logger = Logger(label: "bbb-sim") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .warning
    let listening = ListeningServer(
      servers, at: listen.address,
      identity: identity, callbacks: callbacks.policy, logger: logger
    ) { endpoint in
      disk?.begin(at: endpoint.url)
      Self.announce(endpoint, server)
    }
    let group = ServiceGroup(
      configuration: .init(
        services: [listening], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
    do {
      try await group.run()
    } catch {
      Console.complain("can't listen on \(listen.host), port \(listen.port): \(error)")
      throw ExitCode.unreachable.thrown
    }
  }

  /// The ready line, alone on standard output and at once; what a person wants to know goes to standard error.
  private static func announce(_ endpoint: Endpoint, _ server: SimulatedServer) {
    Console.say("ready API_BASE_URL=\(endpoint.apiBaseURL) API_SECRET=\(server.secret.reveal)")
    let now = server.clock.reading
    Console.explain(
      "it is \(now.instant.iso8601), \(now.rate == 0 ? "and stays so" : "\(now.rate) x real time")")
    Console.explain("open \(endpoint.url)/ in a browser, or POST to \(endpoint.url)/_sim/clock")
  }
}
