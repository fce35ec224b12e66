import BBBClient
import Logging
import ServiceLifecycle
import UnixSignals

/// The exporter as a process runs it: client, scraper and server, ended by signals.
enum ExporterService {
  /// Serves until SIGTERM or SIGINT.
  ///
  /// - Throws: ``ListeningError``.
  static func run(_ settings: ExporterSettings, logger: Logger) async throws {
    let exchange = try LiveExchange(trust: settings.trust)
    do {
      try await group(settings, exchange, logger).run()
    } catch {
      try await exchange.shutdown()
      throw error
    }
    try await exchange.shutdown()
    logger.info("ended")
  }

  private static func group(
    _ settings: ExporterSettings, _ exchange: LiveExchange, _ logger: Logger
  ) -> ServiceGroup {
    let server = ExporterServer(
      scraper: Scraper(settings: settings, exchange: exchange, logger: logger), host: settings.bindIP,
      port: settings.port, logger: logger
    ) { port in
      logger.info(
        "\(ExporterIdentity.name) \(ExporterIdentity.version) watches \(settings.base.text), listens on \(settings.bindIP) port \(port)"
      )
    }
    var quiet = logger
    quiet.logLevel = max(logger.logLevel, .warning)
    var configuration = ServiceGroupConfiguration(
      services: [server], gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet)
    // A client that sends half a request must not keep the process alive, and a container is killed after ten seconds.
    configuration.maximumGracefulShutdownDuration = .seconds(8)
    return ServiceGroup(configuration: configuration)
  }
}
