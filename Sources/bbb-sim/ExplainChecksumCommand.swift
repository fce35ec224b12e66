import ArgumentParser
import BBBAPI
import ExitCodes
import Foundation

/// `bbb-sim explain-checksum`: says why a server refuses a URL.
struct ExplainChecksumCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain-checksum",
    abstract: "Say why a checksum is wrong.",
    discussion: """
      It shows what a server hashes, which common mistake gives the checksum of the URL, and the right checksums. It
      asks no server. Quote the URL, since & means something to the shell; what it shows holds names and passwords as
      they stand in the URL, and <secret> for the secret. Exits with 0 when the checksum is right and with 1 when not.

      \(ExitCode.helpTable)
      """)

  @Argument(help: "The whole URL, or what follows /api/.")
  var url: String

  @Option(help: "The shared secret, taken as it is.")
  var secret: String?

  @Option(help: "A file whose first line is the shared secret.")
  var secretFile: String?

  @Option(help: "The method: GET or POST.")
  var method: Method = .get

  @Option(help: "A file with the body of the POST; a form unless it begins with <.")
  var body: String?

  @Option(help: "The version of BBB by whose rules to judge.")
  var profile = "3.0"

  /// A method that the API knows.
  enum Method: String, ExpressibleByArgument, CaseIterable {
    case get = "GET"
    case post = "POST"
  }

  func validate() throws {
    guard (secret == nil) != (secretFile == nil) else {
      throw ValidationError("give the secret by one of --secret and --secret-file")
    }
    guard Profile.named(profile) != nil else {
      throw ValidationError(
        "there is no profile '\(profile)'; known are \(Profile.all.map(\.name).joined(separator: ", "))")
    }
    guard body == nil || method == .post else { throw ValidationError("--body needs --method POST") }
    guard SignedURL(url) != nil else {
      throw ValidationError(
        "'\(url.prefix { $0 != "?" })' names no call of the API, such as …/api/getMeetings?…")
    }
  }

  func run() throws {
    guard let signed = SignedURL(url), let profile = Profile.named(profile) else { return }
    let text = try body.map { try Self.read($0) } ?? ""
    let isForm = !text.isEmpty && !text.hasPrefix("<")
    let request = SignedRequest(
      call: signed.call, query: RawQuery(signed.query), form: isForm ? RawQuery(text) : nil)
    let verifier = ChecksumVerifier(secret: SharedSecret(try readSecret()), profile: profile)
    let explanation = ChecksumExplanation(
      request: request, doctor: ChecksumDoctor(verifier), url: signed.urlWithoutQuery,
      fragment: signed.fragment, body: text)
    Console.print(explanation.text)
    throw explanation.isRight ? ExitCode.done.thrown : ExitCode.failed.thrown
  }

  private func readSecret() throws -> String {
    guard let secretFile else { return secret ?? "" }
    let line = try Self.read(secretFile).prefix { !$0.isNewline }
    guard !line.isEmpty else {
      Console.complain("the first line of \(secretFile) is empty. It must be the shared secret")
      throw ExitCode.badConfiguration.thrown
    }
    return String(line)
  }

  private static func read(_ path: String) throws -> String {
    do {
      return String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    } catch {
      Console.complain("can't read \(path): \(error.localizedDescription)")
      throw ExitCode.badConfiguration.thrown
    }
  }
}
