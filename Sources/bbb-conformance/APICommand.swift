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
      The checks make meetings of their own, called conformance-…, join them, and end \
      them again, also after Ctrl-C; hooks of their own they destroy. Meetings and \
      recordings of others are looked at and never changed.

      Versions differ, and a server is held to its own: --profile names it, or the \
      version page and what the server does tell. `list --api` names all checks, \
      `explain` tells about one.

      \(ExitCodes.ExitCode.helpTable)
      """)

  @OptionGroup var server: APITargetOptions
  @OptionGroup var judging: JudgingOptions

  func run() async throws {
    let base = try server.permittedBase()
    let secret = try server.sharedSecret()
    try complainAboutNames()
    try judging.prepareReports()
    let exchange = try server.exchange()
    let patience = Patience(answer: .seconds(server.timeout), clock: ContinuousClock())
    let target = APITarget(
      base: base, secret: secret, seed: server.seed.number, patience: patience, exchange: exchange)
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
    if let obstacle = await target.obstacle() {
      let place = obstacle.place
      Console.complain(
        "error: nothing can be judged at \(target.base.text): \(place.rawValue): \(obstacle.what). Fix: \(obstacle.fix)"
      )
      throw place == .secret ? Ending.badConfiguration : Ending.unreachable
    }
    var target = target
    target.profile = try await profile(of: target)
    let catalogue = try Catalogue(APISuite.checks(of: target))
    try complainAboutVersion(catalogue, target.profile)
    let facts = try facts(of: target)
    return await report(catalogue.selecting(judging.selection), as: facts)
  }

  private func profile(of target: APITarget) async throws -> Profile {
    if let profile = server.profile { return profile }
    let sighting = await target.sightedProfile()
    Console.write("held to BBB \(sighting.profile.name): \(sighting.reason)\n")
    return sighting.profile
  }

  private func facts(of target: APITarget) throws -> RunFacts {
    var facts = RunFacts(
      tool: "bbb-conformance", version: ToolVersion.current,
      subject: "\(target.base.text) as BBB \(target.profile.name)", startedAt: Date.now.ISO8601Format(),
      command: server.command(heldTo: target.profile))
    try judging.complete(&facts, among: APISuite.rulings.map(\.slug))
    return facts
  }

  private func report(_ checks: [any Check], as facts: RunFacts) async -> RunReport {
    // A check asks a dozen times at most; clearing away, when told to stop, asks once or twice a meeting.
    let limits = TimeLimits(
      perCheck: .seconds(max(60, server.timeout * 12)), grace: .seconds(max(10, server.timeout * 2)))
    return await Interruption.ending {
      var line = ProgressLine(Console.isTerminal ? .terminal(columns: Console.columns) : .plain)
      // Two at a time: the server may have people on it.
      let runner = Runner(width: 2, limits: limits, clock: ContinuousClock())
      let report = await runner.run(checks, as: facts) { Console.write(line.text(after: $0)) }
      if report.wasInterrupted { Console.write(line.cleared) }
      return report
    }
  }
}

extension APICommand {
  /// Names that mean no check of any version are mistakes that can be told before anything is asked.
  private func complainAboutNames() throws {
    let slugs = APISuite.rulings.map(\.slug)
    let unmatched = judging.patterns.filter { pattern in !slugs.contains { pattern.matches($0) } }
    for pattern in unmatched {
      Console.complain(CaseNames(ofAPI: slugs).complaint(about: pattern.description))
    }
    if !unmatched.isEmpty { throw Ending.usage }
  }

  private func complainAboutVersion(_ catalogue: Catalogue, _ profile: Profile) throws {
    let unmatched = catalogue.unmatched(judging.patterns)
    for pattern in unmatched {
      let versions = APISuite.rulings.first { pattern.matches($0.slug) }?.profiles ?? []
      Console.complain(
        "error: `\(pattern)` is about BBB \(versions.joined(separator: ", ")), not \(profile.name); --profile names another version"
      )
    }
    if !unmatched.isEmpty { throw Ending.usage }
  }
}
