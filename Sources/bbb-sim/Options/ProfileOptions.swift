import ArgumentParser
import BBBAPI
import Scenarios

/// Which version of BBB a server is like, and how it differs from that.
struct ProfileOptions: ParsableArguments {
  @Option(help: "The version of BBB to be like, in place of the scenario's: \(Self.names).")
  var profile: String?

  @Option(
    help: ArgumentHelp(
      "A switch of the profile in another position, on top of the scenario's; may be given several times.",
      discussion: "'bbb-sim profiles' lists the switches.", valueName: "name=value"),
    transform: Self.quirk)
  var quirk: [Quirk] = []

  private static let names = Profile.all.map(\.name).joined(separator: ", ")

  func validate() throws {
    if let profile, Profile.named(profile) == nil { throw Self.unknown(profile) }
  }

  /// The profile in force for a scenario's server.
  func profile(of plan: ServerPlan) throws -> Profile {
    guard let profile = plan.profileInForce(named: profile) else {
      throw Self.unknown(profile ?? plan.profile)
    }
    return profile.with(quirk)
  }

  /// ArgumentParser prints the description of what is thrown here.
  private static func quirk(_ text: String) throws -> Quirk { try Quirk(argument: text) }

  private static func unknown(_ name: String) -> ValidationError {
    ValidationError("there is no profile '\(name)'; known are \(names)")
  }
}
