public import ArgumentParser
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
    guard let settings = outcome.settings else { throw ExitCode(ExitStatus.usage.rawValue) }
    let logger = Self.logger(for: settings)
    for warning in outcome.warnings { logger.warning("\(warning)") }
    if checkSettings { return }
    try await serve(settings, logger)
  }

  private func serve(_ settings: ExporterSettings, _ logger: Logger) async throws {
    do {
      try await ExporterService.run(settings, logger: logger)
    } catch let error as ListeningError {
      StandardError.print("\(ExporterIdentity.name): \(error)")
      throw ExitCode(ExitStatus.unavailable.rawValue)
    } catch {
      StandardError.print("\(ExporterIdentity.name): defect: \(error)")
      throw ExitCode(ExitStatus.defect.rawValue)
    }
  }

  private static func logger(for settings: ExporterSettings) -> Logger {
    var logger = Logger(label: ExporterIdentity.name, factory: StreamLogHandler.standardError(label:))
    logger.logLevel = settings.isDebug ? .debug : .info
    return logger
  }
}
