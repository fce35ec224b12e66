import APIConformance
import ArgumentParser
import BBBAPI
import BBBClient
import ExitCodes
import FoundationEssentials

/// Which API server is judged, and how it is reached.
struct APITargetOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The API, as in https://bbb.example.org/bigbluebutton/api/", valueName: "url"))
  var target: String

  @Option(help: ArgumentHelp("A file whose first line is the shared secret.", valueName: "file"))
  var secretFile: String?

  @Option(help: "The shared secret; everybody on this machine can see it in the list of processes.")
  var secret: String?

  @Option(
    help: ArgumentHelp(
      "Judge a server on this host although it is not this machine; may be repeated.", valueName: "host"))
  var allow: [String] = []

  @Option(
    help: ArgumentHelp(
      "The version that the server is held to: \(Profile.all.map(\.name).joined(separator: ", ")). (default: found out)",
      valueName: "version"),
    transform: Self.profile)
  var profile: Profile?

  @Option(
    help: ArgumentHelp(
      "PEM certificates of the authority that vouches for the server; the system's are not believed then.",
      valueName: "file"))
  var ca: String?

  @Flag(help: "Believe any certificate. Whoever stands between reads all and can answer anything.")
  var insecure = false

  @Option(help: ArgumentHelp("How long an answer may take.", valueName: "seconds"))
  var timeout = Self.usualTimeout

  @Option(help: "What the names of the run's own meetings come from.")
  var seed = DrawnSeed()

  private static let usualTimeout = 15.0

  func validate() throws {
    guard timeout >= 0.1, timeout <= 600 else {
      throw ValidationError("--timeout is between 0.1 and 600 seconds")
    }
    if ca != nil && insecure { throw ValidationError("--ca and --insecure exclude each other") }
  }

  private static func profile(_ name: String) throws -> Profile {
    guard let profile = Profile.named(name) else {
      let names = Profile.all.map(\.name).joined(separator: ", ")
      throw ValidationError("there is no version `\(name)`; use one of \(names)")
    }
    return profile
  }
}

extension APITargetOptions {
  /// The address, when it is this machine's or allowed.
  func permittedBase() throws -> APIBase {
    let base: APIBase
    do {
      base = try APIBase(parsing: target)
    } catch {
      Console.complain("error: --target \(error)")
      throw Ending.usage
    }
    guard Allowance(hosts: allow).permits(base) else {
      let host = Allowance.host(of: base)
      Console.complain(
        "error: `\(host)` is not this machine, and meetings would be made there. Fix: if that is meant, add --allow \(host)"
      )
      throw Ending.usage
    }
    return base
  }

  func sharedSecret() throws -> SharedSecret {
    switch (secret, secretFile) {
    case (let secret?, nil): return SharedSecret(secret)
    case (nil, let file?): return try secretInFile(file)
    default:
      Console.complain("error: give the shared secret, by --secret-file or by --secret")
      throw Ending.usage
    }
  }

  private func secretInFile(_ path: String) throws -> SharedSecret {
    // Whatever is wrong with the file, the fix is the same.
    let text = (try? String(contentsOf: URL(filePath: path), encoding: .utf8)) ?? ""
    let line = text.prefix { !$0.isNewline }
    guard !line.isEmpty else {
      Console.complain("error: the first line of `\(path)` is no secret, or the file cannot be read")
      throw Ending.badConfiguration
    }
    return SharedSecret(String(line))
  }

  /// The connections, over which nothing has gone yet.
  func exchange() throws -> LiveExchange {
    if insecure {
      Console.complain(
        "warning: --insecure believes any certificate: whoever stands between reads the passwords of meetings and can answer anything"
      )
    }
    do {
      return try LiveExchange(trust: ca.map { .bundle(path: $0) } ?? (insecure ? .anyone : .system))
    } catch {
      Console.complain("error: --ca `\(ca ?? "")`: \(error)")
      throw Ending.badConfiguration
    }
  }

  /// This command to be called again with another `--only`; a secret from the command line is not repeated.
  func command(heldTo profile: Profile) -> String {
    let secret = secretFile.map { "--secret-file \(Self.quoted($0))" } ?? "--secret …"
    let words = [
      "bbb-conformance api --target \(Self.quoted(target))", secret, "--profile \(profile.name)",
      "--seed \(seed.number)",
    ]
    let time = timeout == Self.usualTimeout ? [] : ["--timeout \(timeout)"]
    let trust = (ca.map { ["--ca \(Self.quoted($0))"] } ?? []) + (insecure ? ["--insecure"] : [])
    return (words + allow.map { "--allow \(Self.quoted($0))" } + trust + time).joined(separator: " ")
  }

  private static func quoted(_ word: String) -> String { "'" + word.replacing("'", with: "'\\''") + "'" }
}
