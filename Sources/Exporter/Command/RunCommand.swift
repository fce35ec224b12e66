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

  /// Makes the command; ArgumentParser fills it.
  public init() {}

  /// Checks the settings and serves.
  public func run() async throws {
    let outcome = SettingsReader.read(environment: ProcessFacts.environment)
    for mistake in outcome.mistakes { StandardError.print("\(ExporterIdentity.name): \(mistake)") }
    guard let settings = outcome.settings, let server = settings.server else { throw Self.ending(.usage) }
    let logger = Self.logger(for: settings)
    for warning in outcome.warnings { logger.warning("\(warning)") }
    if checkSettings { return }
    try await serve(ExporterService(server: server, settings: settings, logger: logger))
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
    var logger = Logger(label: ExporterIdentity.name, factory: StreamLogHandler.standardError(label:))
    logger.logLevel = settings.log.isDebug ? .debug : .info
    return logger
  }
}
