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

      whose words behind 'ready' suit env(1). The control API is at /_sim/ on the same port, for this machine only.

      \(ExitCode.helpTable)
      """)

  @Argument(help: "A shipped scenario's name, or the path of a file.")
  var scenario: String

  @Option(help: "The host name or IP address to listen on.")
  var host = "127.0.0.1"

  @Option(help: "The port to listen on; 0 picks a free one.")
  var port: UInt16 = 8090

  @OptionGroup(title: "TLS")
  var tls: TLSOptions

  @Option(help: "The shared secret, in place of the scenario's.")
  var secret: String?

  @Option(help: "The version of BBB to be like, in place of the scenario's: \(Self.profiles).")
  var profile: String?

  @Option(help: "The seed of every random choice, in place of the scenario's.")
  var seed: UInt64?

  @Option(help: "How the clock runs: real, frozen, or a speed such as 60x.")
  var clock = ClockRate.real

  @Option(help: "Where in the day to begin, such as 10m.")
  var at = DayOffset.start

  private static let profiles = Profile.all.map(\.name).joined(separator: ", ")

  func validate() throws {
    if let profile, Profile.named(profile) == nil { throw Self.unknownProfile(profile) }
    if let secret, !Self.fitsOneWord(secret) {
      throw ValidationError("--secret \(Self.wordRule)")
    }
  }

  private static let wordRule =
    "must be printable ASCII without blanks, so that it fits into one word of env(1)"

  private static func fitsOneWord(_ secret: String) -> Bool {
    !secret.isEmpty && secret.utf8.allSatisfy { (0x21...0x7e).contains($0) }
  }

  func run() async throws {
    let server = try simulatedServer()
    let identity = try tls.identity(servingAs: host)
    // What lies before --at happens now, not while the first caller waits.
    _ = server.world
    var logger = Logger(label: "bbb-sim") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .warning
    let listening = ListeningServer(
      server, at: .init(host: host, port: Int(port)), identity: identity, logger: logger
    ) {
      endpoint in
      Self.announce(endpoint, server)
    }
    let group = ServiceGroup(
      configuration: .init(
        services: [listening], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
    do {
      try await group.run()
    } catch {
      Console.complain(
        "can't listen on \(host), port \(port): \(error). Choose another with --host and --port; 0 is a free port"
      )
      throw ExitCode.unreachable.thrown
    }
  }

  private static func unknownProfile(_ name: String) -> ValidationError {
    ValidationError("there is no profile '\(name)'; known are \(profiles)")
  }

  private func simulatedServer() throws -> SimulatedServer {
    let scenario = try Console.readScenario(scenario)
    let name = profile ?? scenario.server.profile
    guard let profile = Profile.named(name) else { throw Self.unknownProfile(name) }
    guard secret != nil || Self.fitsOneWord(scenario.server.secret) else {
      Console.complain("the scenario's secret \(Self.wordRule). Choose another there or with --secret")
      throw ExitCode.badConfiguration.thrown
    }
    return try SimulatedServer(
      scenario: scenario, seed: seed, profile: profile,
      secret: SharedSecret(secret ?? scenario.server.secret),
      startingAt: at.offset, rate: clock.rate)
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
