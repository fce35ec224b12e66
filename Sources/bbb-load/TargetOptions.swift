import ArgumentParser
import BBBAPI
import BBBClient
import ExitCodes
import FoundationEssentials
import LoadEngine

/// The options that say where requests go, and which.
struct TargetOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("A page, such as http://127.0.0.1:9688/metrics.", valueName: "url"))
  var page: String?

  @Option(help: ArgumentHelp("The base URL of a BBB API, in place of a page.", valueName: "url"))
  var api: String?

  @Option(help: ArgumentHelp("A file with the API's shared secret.", valueName: "file"))
  var secretFile: String?

  @Option(help: ArgumentHelp("API calls and their weights. (default: getMeetings)", valueName: "mix"))
  var calls: String?

  @Option(
    help: ArgumentHelp(
      "Let load go to this host, which is not this machine; may be repeated.", valueName: "host"))
  var allow: [String] = []

  /// The target that the options mean.
  func target() throws -> LoadTarget {
    switch (page, api) {
    case (let page?, nil):
      guard secretFile == nil, calls == nil else {
        throw ValidationError("--secret-file and --calls belong to --api, not to a page")
      }
      return LoadTarget(
        page: try usage("the URL") { () throws(HTTPLocationError) in try HTTPLocation(parsing: page) })
    case (nil, let api?): return try apiTarget(api)
    default: throw ValidationError("name one target: the URL of a page, or --api URL --secret-file FILE")
    }
  }

  private func apiTarget(_ text: String) throws -> LoadTarget {
    let base = try usage("--api") { () throws(APIBaseError) in try APIBase(parsing: text) }
    let mix = try usage("--calls") { () throws(CallMixError) in try CallMix(parsing: calls ?? "getMeetings") }
    let secret = try secret()
    return try usage("--api") { () throws(HTTPLocationError) in
      try LoadTarget(api: base, secret: secret, mix: mix)
    }
  }

  private func secret() throws -> SharedSecret {
    guard let secretFile else { throw ValidationError("--api needs --secret-file") }
    guard let data = FileManager.default.contents(atPath: secretFile) else {
      Console.complain("--secret-file: \(secretFile) can't be read")
      throw ExitCodes.ExitCode.badConfiguration.thrown
    }
    let secret = String(decoding: data, as: UTF8.self).prefix { !$0.isNewline }
    guard !secret.isEmpty else {
      Console.complain("--secret-file: the first line of \(secretFile) is empty")
      throw ExitCodes.ExitCode.badConfiguration.thrown
    }
    return SharedSecret(String(secret))
  }
}
