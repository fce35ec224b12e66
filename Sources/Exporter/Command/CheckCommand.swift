import ArgumentParser
import BBBClient
import ExitCodes

/// `bbb-exporter check`: tries the configured servers and names the cause of "no data".
struct CheckCommand: AsyncParsableCommand {
  /// Name and help.
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Try the configured servers, and name the cause of \"no data\" with its fix.",
    discussion: """
      A line a server: ok, warning or failed, its name, the cause and what mends it. Ends with 0 when all of them \
      work, warnings included, with 69 when one does not, and with 64 or 65 when the settings are wrong. Asks for \
      the list of meetings and changes nothing on the servers.
      """)

  @Option(
    name: .customLong("targets"),
    help: ArgumentHelp("The servers for /probe?target=NAME; instead of TARGETS_FILE.", valueName: "file"),
    completion: .file())
  var targetsFile: String?

  @Option(
    name: .customLong("web.config.file"),
    help: ArgumentHelp("TLS and basic auth of the own port; instead of WEB_CONFIG_FILE.", valueName: "file"),
    completion: .file())
  var webConfigFile: String?

  @Option(help: "Seconds for each server, all of them side by side; 0.1 to 300.")
  var timeout = 30.0

  @Option(help: "How the report is written: text or json.")
  var format = CheckFormat.text

  /// Makes the command; ArgumentParser fills it.
  init() {}

  /// Refuses a timeout out of range.
  func validate() throws {
    guard (0.1...300).contains(timeout) else { throw ValidationError("--timeout must be from 0.1 to 300.") }
  }

  /// Checks all servers and prints the report.
  func run() async throws {
    let environment = self.environment
    let outcome = Exporter.Configuration.read(environment: environment, files: LocalFileTree())
    for mistake in outcome.mistakes { StandardError.print("\(ExporterIdentity.name): \(mistake)") }
    guard let configuration = outcome.configuration else { throw Ending.with(outcome.exitCode) }
    for warning in outcome.warnings { StandardError.print("\(ExporterIdentity.name): \(warning)") }
    try readWebConfig(configuration.settings.serving)
    let report = try await report(on: configuration)
    print(try report.written(as: format))
    if report.exitCode != .done { throw Ending.with(report.exitCode) }
  }

  /// The variables of the process, with those that flags set in their place.
  private var environment: [String: String] {
    var environment = ProcessFacts.environment
    if let targetsFile { environment[SettingName.targetsFile.rawValue] = targetsFile }
    return environment
  }

  private func readWebConfig(_ settings: ServingSettings) throws {
    guard let file = webConfigFile ?? settings.webConfigFile else { return }
    let outcome = WebConfigFile.read(file, files: LocalFileTree())
    for mistake in outcome.mistakes { StandardError.print("\(mistake)") }
    if outcome.security == nil { throw Ending.with(.badConfiguration) }
  }

  private func report(on configuration: Exporter.Configuration) async throws -> CheckReport {
    let metrics = configuration.settings.metrics
    let terms = CheckTerms(timeout: .seconds(timeout), allowance: metrics.scrapeTimeout)
    let verdicts = try await CheckRound(targets: configuration.checkTargets, terms: terms).verdicts()
    let disk = await DiskCheck(settings: metrics, files: LocalFileTree()).verdict()
    return CheckReport(verdicts: verdicts + (disk.map { [$0] } ?? []))
  }
}

extension Exporter.Configuration {
  /// The server of the environment first, then those of the targets file.
  fileprivate var checkTargets: [CheckTarget] {
    let single = settings.server.map {
      CheckTarget(
        name: $0.base.authority, server: $0, needsRecordings: settings.metrics.recordings == .api)
    }
    return (single.map { [$0] } ?? [])
      + targets.map {
        CheckTarget(
          name: $0.name, server: $0.server,
          needsRecordings: $0.metrics(settings.metrics).recordings == .api, isFromTargetsFile: true)
      }
  }
}
