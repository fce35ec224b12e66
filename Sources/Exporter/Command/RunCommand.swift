public import ArgumentParser
import ExitCodes
import Logging

/// `bbb-exporter run`: serves metrics until it is told to end.
public struct RunCommand: AsyncParsableCommand {
  /// Name and help.
  public static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Serve metrics until SIGTERM or SIGINT (the default).",
    discussion: "Configured by the environment; see: \(ExporterIdentity.name) --help")

  @Flag(help: "Check the settings, say what is wrong with them, and end.")
  var checkSettings = false

  @Option(
    name: .customLong("web.config.file"),
    help: ArgumentHelp("TLS and basic auth of the own port; instead of WEB_CONFIG_FILE.", valueName: "file"),
    completion: .file())
  var webConfigFile: String?

  /// Makes the command; ArgumentParser fills it.
  public init() {}

  /// Checks the settings and serves.
  public func run() async throws {
    let outcome = SettingsReader.read(environment: ProcessFacts.environment)
    for mistake in outcome.mistakes { StandardError.print("\(ExporterIdentity.name): \(mistake)") }
    guard let settings = outcome.settings, let server = settings.server else { throw Self.ending(.usage) }
    let logger = Self.logger(for: settings)
    for warning in outcome.warnings { logger.warning("\(warning)") }
    let security = try await security(settings.serving, logger: logger)
    if checkSettings { return }
    try await serve(ExporterService(server: server, settings: settings, security: security, logger: logger))
  }

  /// What the web configuration file says; ends the command when it is wrong.
  private func security(_ settings: ServingSettings, logger: Logger) async throws -> LiveWebSecurity? {
    guard let file = webConfigFile ?? settings.webConfigFile else { return nil }
    do {
      return try await LiveWebSecurity.open(file, logger: logger)
    } catch let problems {
      for mistake in problems.mistakes { StandardError.print("\(mistake)") }
      throw Self.ending(.badConfiguration)
    }
  }

  private func serve(_ service: ExporterService) async throws {
    do {
      try await service.run()
    } catch let error as ListeningError {
      StandardError.print("\(ExporterIdentity.name): \(error)")
      throw Self.ending(.unreachable)
    } catch {
      StandardError.print("\(ExporterIdentity.name): defect: \(error)")
      throw Self.ending(.toolDefect)
    }
  }

  /// What to throw so that the command ends with this code and no further word.
  private static func ending(_ code: ExitCodes.ExitCode) -> ArgumentParser.ExitCode {
    ArgumentParser.ExitCode(code.rawValue)
  }

  private static func logger(for settings: ExporterSettings) -> Logger {
    var logger = Logger(label: ExporterIdentity.name) { label in
      switch settings.log.format {
      case .text: StreamLogHandler.standardError(label: label)
      case .json: JSONLogHandler(label: label)
      }
    }
    logger.logLevel = settings.log.isDebug ? .debug : .info
    return logger
  }
}
