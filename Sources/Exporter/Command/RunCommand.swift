import ArgumentParser
import BBBClient
import ExitCodes
import Logging
import UnixSignals

/// `bbb-exporter run`: serves metrics until it is told to end.
struct RunCommand: AsyncParsableCommand {
  /// Name and help.
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Serve metrics until SIGTERM or SIGINT (the default).",
    discussion: """
      Configured by the environment; see: \(ExporterIdentity.name) --help
      SIGHUP reads the targets file, the secret files and the CA files again.
      """)

  @Option(
    name: .customLong("targets"),
    help: ArgumentHelp("The servers for /probe?target=NAME; instead of TARGETS_FILE.", valueName: "file"),
    completion: .file())
  var targetsFile: String?

  @Flag(name: .customLong("web.enable-lifecycle"), help: "Let POST /-/reload do what SIGHUP does.")
  var enablesReload = false

  @Flag(help: "Check the settings, say what is wrong with them, and end.")
  var checkSettings = false

  @Option(
    name: .customLong("web.config.file"),
    help: ArgumentHelp("TLS and basic auth of the own port; instead of WEB_CONFIG_FILE.", valueName: "file"),
    completion: .file())
  var webConfigFile: String?

  /// Makes the command; ArgumentParser fills it.
  init() {}

  /// Checks the settings and serves.
  func run() async throws {
    // Before anything else: a SIGHUP that comes early has to wait for its turn instead of killing the process.
    let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint, .sighup)
    let environment = self.environment
    let outcome = try await Self.configuration(from: environment)
    for mistake in outcome.mistakes { StandardError.print("\(ExporterIdentity.name): \(mistake)") }
    guard let configuration = outcome.configuration else { throw Ending.with(outcome.exitCode) }
    let logger = Self.logger(for: configuration.settings)
    for warning in outcome.warnings { logger.warning("\(warning)") }
    let security = try await security(configuration.settings.serving, logger: logger)
    if checkSettings { return }
    let service = ExporterService(
      configuration: configuration, environment: environment, security: security,
      enablesReload: enablesReload, signals: signals, logger: logger)
    try await serve(service)
  }

  /// How long files may take that are named at the start.
  private static let patience = Duration.seconds(30)

  /// What the environment and its files say; ends the command when a file system does not answer, as network volumes do
  /// whose server is gone.
  private static func configuration(from environment: [String: String]) async throws -> ConfigurationOutcome {
    let files = WatchedFileTree(LocalFileTree())
    let outcome = await BlockingWork.run(within: patience, clock: .continuous) {
      Exporter.Configuration.read(environment: environment, files: files)
    }
    if let outcome { return outcome }
    StandardError.print(
      "\(ExporterIdentity.name): no answer from the file system for \(patience.components.seconds) s, last asked for "
        + "\(files.lastPath.singleLine); does a network volume hang?")
    throw Ending.with(.badConfiguration)
  }

  /// The variables of the process, with those that flags set in their place.
  private var environment: [String: String] {
    var environment = ProcessFacts.environment
    if let targetsFile { environment[SettingName.targetsFile.rawValue] = targetsFile }
    return environment
  }

  /// What the web configuration file says; ends the command when it is wrong.
  private func security(_ settings: ServingSettings, logger: Logger) async throws -> LiveWebSecurity? {
    guard let file = webConfigFile ?? settings.webConfigFile else { return nil }
    do {
      return try await LiveWebSecurity.open(file, logger: logger)
    } catch let problems {
      for mistake in problems.mistakes { StandardError.print("\(mistake)") }
      throw Ending.with(.badConfiguration)
    }
  }

  private func serve(_ service: ExporterService) async throws {
    do {
      try await service.run()
    } catch let error as ListeningError {
      StandardError.print("\(ExporterIdentity.name): \(error)")
      throw Ending.with(.unreachable)
    } catch {
      StandardError.print("\(ExporterIdentity.name): defect: \(error)")
      throw Ending.with(.toolDefect)
    }
  }

  private static func logger(for settings: ExporterSettings) -> Logger {
    var logger = Logger(label: ExporterIdentity.name) { label in
      switch settings.log.format {
      case .text: UnblockedLogHandler(StreamLogHandler.standardError(label: label))
      case .json: UnblockedLogHandler(JSONLogHandler(label: label))
      }
    }
    logger.logLevel = settings.log.isDebug ? .debug : .info
    return logger
  }
}
