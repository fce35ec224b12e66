import APIConformance
import ArgumentParser
import BBBAPI
import BBBClient
import ConformanceKit
import ExitCodes
import FoundationEssentials

/// `bbb-conformance api`: holds an API server to what BBB's clients rely on.
struct APICommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "api",
    abstract: "Judge any server that speaks the BigBlueButton API: BBB itself, a load balancer, a simulator.",
    discussion: """
      The checks make meetings of their own, called conformance-…, join them, and end them again. Meetings and
      recordings of others are looked at and never changed.

      \(ExitCodes.ExitCode.helpTable)
      """)

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

  @Option(help: "What the names of the run's own meetings come from. (default: drawn)")
  var seed: UInt64 = .random(in: 0..<1_000_000_000)

  @OptionGroup var judging: JudgingOptions

  func run() async throws {
    let base = try permittedBase()
    let secret = try sharedSecret()
    let exchange = try LiveExchange(trust: .system)
    let target = APITarget(
      base: base, secret: secret, seed: seed, patience: Patience(clock: ContinuousClock()), exchange: exchange
    )
    let report: RunReport
    do {
      report = try await judge(target)
    } catch {
      try await exchange.shutdown()
      throw error
    }
    try await exchange.shutdown()
    try judging.conclude(RedactedReport(report, by: APISuite.redactor(hiding: secret)))
  }

  private func judge(_ target: APITarget) async throws -> RunReport {
    let catalogue = try Catalogue(APISuite.checks(of: target))
    let checks = try selected(from: catalogue)
    let facts = try facts(of: target, among: catalogue.checks.map(\.slug))
    try judging.prepareReports()
    do {
      try await target.reach(within: .seconds(10))
    } catch {
      Console.complain("error: no API server answers at \(target.base.text): \(error)")
      throw Ending.unreachable
    }
    return await report(checks, as: facts)
  }

  private func selected(from catalogue: Catalogue) throws -> [any Check] {
    let unmatched = catalogue.unmatched(judging.patterns)
    guard unmatched.isEmpty else {
      for pattern in unmatched { Console.complain("error: no check of an API server is called `\(pattern)`") }
      Console.complain("they are: " + catalogue.checks.map(\.slug.description).joined(separator: ", "))
      throw Ending.usage
    }
    return catalogue.selecting(judging.selection)
  }

  private func facts(of target: APITarget, among slugs: [Slug]) throws -> RunFacts {
    var facts = RunFacts(
      tool: "bbb-conformance", version: ToolVersion.current, subject: target.base.text,
      startedAt: Date.now.ISO8601Format(), command: command)
    try judging.complete(&facts, among: slugs)
    return facts
  }

  private func report(_ checks: [any Check], as facts: RunFacts) async -> RunReport {
    var line = ProgressLine(Console.isTerminal ? .terminal(columns: Console.columns) : .plain)
    // Two at a time: the server may have people on it.
    return await Runner(width: 2, clock: ContinuousClock()).run(checks, as: facts) { event in
      Console.write(line.text(after: event))
    }
  }
}

extension APICommand {
  private func permittedBase() throws -> APIBase {
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

  private func sharedSecret() throws -> SharedSecret {
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

  /// This command to be called again with another `--only`; a secret from the command line is not repeated.
  private var command: String {
    let secret = secretFile.map { "--secret-file \(Self.quoted($0))" } ?? "--secret …"
    let words = ["bbb-conformance api --target \(Self.quoted(target))", secret, "--seed \(seed)"]
    return (words + allow.map { "--allow \(Self.quoted($0))" }).joined(separator: " ")
  }

  private static func quoted(_ word: String) -> String { "'" + word.replacing("'", with: "'\\''") + "'" }
}
