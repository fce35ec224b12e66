import BBBAPI
public import ConformanceKit
import Scenarios
import SimulatorServer

/// A case as the runner takes it: a simulated server of its own, the exporter as a process of its own, and a
/// verdict.
public struct ExporterCheck: Check {
  /// The case.
  public let conformanceCase: ConformanceCase
  /// The exporter under test.
  public let exporter: ExporterCommand

  /// What stands between the exporter and the judge; nil in a run that is in earnest.
  let defect: Defect?

  /// How many scrapes a soak is made of; nil for as many as its case says.
  public var soak: Int?

  /// Holds an exporter to a case.
  public init(_ conformanceCase: ConformanceCase, exporter: ExporterCommand) {
    self.init(conformanceCase, exporter: exporter, defect: nil)
  }

  /// Holds an exporter with a defect to a case.
  public init(_ conformanceCase: ConformanceCase, exporter: ExporterCommand, mutant: Mutant) {
    self.init(conformanceCase, exporter: exporter, defect: mutant.defect)
  }

  init(_ conformanceCase: ConformanceCase, exporter: ExporterCommand, defect: Defect?) {
    self.conformanceCase = conformanceCase
    self.exporter = defect?.command(exporter) ?? exporter
    self.defect = defect
  }

  /// The case's name.
  public var slug: Slug { conformanceCase.slug }
  /// The case's weight.
  public var level: Level { conformanceCase.level }
  /// What the case holds the exporter to.
  public var title: String { conformanceCase.about }
  /// The lines of the contract that it rests on.
  public var citations: [Citation] { conformanceCase.contract }

  /// A figure that nobody has to reach is taken while nothing else runs; and what takes it, such as ten thousand
  /// rooms, would cost its neighbours their deadlines.
  public var runsAlone: Bool { conformanceCase.runsAlone }

  /// A soak has the time that it takes.
  public var timeLimit: Duration? {
    let scrapes = conformanceCase.soaks.map { prolonged($0).scrapes }.max()
    return scrapes.map { .seconds(60) + .milliseconds(200) * $0 }
  }

  /// Runs the case; the exporter is gone when it returns.
  public func run(_ context: CaseContext) async throws -> CaseOutcome {
    context.enter(.preparing)
    let server = try SimulatedServer(
      scenario: conformanceCase.scenario, profile: profile, secret: secret, startingAt: beginning)
    let identity = conformanceCase.speaksTLS ? try TLSIdentity() : nil
    return try await server.whileListening(identity: identity) { endpoint in
      try await besideAPI(endpoint) { url in
        let stage = try await Stage(
          self, server: server, endpoint: endpoint, at: url, authority: identity)
        defer { stage.clear() }
        if let obstacle = try await stage.obstacle() { return .blocked(obstacle) }
        return try await besideExporter(stage) { try await outcome(on: $0, context) }
      }
    }
  }

  private func outcome(on stage: Stage, _ context: CaseContext) async throws -> CaseOutcome {
    switch conformanceCase.plan {
    case .script(let steps): try await ScriptRun(steps, on: stage).outcome(context)
    case .refusal(let refusal): try await RefusalRun(refusal, on: stage).outcome(context)
    }
  }

  /// A load of the case, as long as a soak was asked to be.
  func prolonged(_ load: LoadPlan) -> LoadPlan {
    guard let soak, load.isSoak else { return load }
    var load = load
    load.scrapes = soak
    return load
  }

  var secret: SharedSecret { SharedSecret(conformanceCase.scenario.server.secret) }

  /// What hides the case's secret, and what belongs to it.
  var redactor: Redactor { Redactor(secrets: [secret.reveal]) }

  private var profile: Profile { conformanceCase.scenario.server.profileInForce() ?? .v3_0 }

  /// The server's day is at the first step's instant when the exporter starts.
  private var beginning: Duration {
    if case .script(let steps) = conformanceCase.plan { steps.first?.at ?? .zero } else { .zero }
  }
}
