import ArgumentParser
import BBBAPI
import ExitCodes
import Scenarios
import SimulatorServer

/// What stands in for the scenario's own words, and how its day is played.
struct WorldOptions: ParsableArguments {
  @Option(help: "The shared secret, in place of the scenario's.")
  var secret: String?

  @OptionGroup var profile: ProfileOptions

  @Option(help: "The seed of every random choice, in place of the scenario's.")
  var seed: UInt64?

  @Option(help: "How the clock runs: real, frozen, or a speed such as 60x.")
  var clock = ClockRate.real

  @Option(help: "Where in the day to begin, such as 10m.")
  var at = DayOffset.start

  func validate() throws {
    if let secret, !Self.fitsOneWord(secret) {
      throw ValidationError("--secret \(Self.wordRule)")
    }
  }

  /// The server that plays the scenario as the options say.
  func server(playing scenario: Scenario) throws -> SimulatedServer {
    let profile = try profile.profile(of: scenario.server)
    guard secret != nil || Self.fitsOneWord(scenario.server.secret) else {
      Console.complain("the scenario's secret \(Self.wordRule). Choose another there or with --secret")
      throw ExitCode.badConfiguration.thrown
    }
    return try SimulatedServer(
      scenario: scenario, seed: seed, profile: profile,
      secret: SharedSecret(secret ?? scenario.server.secret),
      startingAt: at.offset, rate: clock.rate)
  }

  private static let wordRule =
    "must be printable ASCII without blanks, so that it fits into one word of env(1)"

  private static func fitsOneWord(_ secret: String) -> Bool {
    !secret.isEmpty && secret.utf8.allSatisfy { (0x21...0x7e).contains($0) }
  }
}
