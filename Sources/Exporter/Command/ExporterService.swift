import BBBClient
import Logging
import ServiceLifecycle
import UnixSignals

/// The exporter as a process runs it: client, scraper and server, ended by signals.
struct ExporterService {
  let server: WatchedServer
  let settings: ExporterSettings
  var security: LiveWebSecurity?
  let logger: Logger

  /// Serves until SIGTERM or SIGINT.
  ///
  /// - Throws: ``ListeningError``.
  func run() async throws {
    let exchange = try LiveExchange(trust: server.trust)
    do {
      try await group(exchange).run()
    } catch {
      try await exchange.shutdown()
      throw error
    }
    try await exchange.shutdown()
    logger.info("ended")
  }

  private func group(_ exchange: LiveExchange) -> ServiceGroup {
    let serving = settings.serving
    let scraper = Scraper(server: server, settings: settings.metrics, exchange: exchange, logger: logger)
    let connections = OpenFiles.connections(wanted: serving.connectionLimit, limit: OpenFiles.raiseLimit())
    if connections < serving.connectionLimit {
      logger.warning("MAX_CONNECTIONS: \(connections), as many as the limit of open files (ulimit -n) allows")
    }
    let service = ExporterServer(
      scraper: scraper, host: serving.bindIP, port: serving.port, connectionLimit: connections,
      security: security,
      logger: logger
    ) { port in
      logger.info(
        "\(ExporterIdentity.name) \(ExporterIdentity.version) watches \(server.base.text), listens on \(serving.bindIP) port \(port)"
      )
    }
    var quiet = logger
    quiet.logLevel = max(logger.logLevel, .warning)
    var configuration = ServiceGroupConfiguration(
      services: [service], gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet)
    // A client that sends half a request must not keep the process alive, and a container is killed after ten seconds.
    configuration.maximumGracefulShutdownDuration = .seconds(8)
    return ServiceGroup(configuration: configuration)
  }
}
