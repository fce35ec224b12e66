import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle

/// The exporter's own HTTP server: a page for people at `/`, the paths of ``ServedPath``, and 404 for everything else.
struct ExporterServer: Service {
  private let routes: ExporterRoutes
  private let host: String
  private let port: Int
  private let logger: Logger
  private let onRunning: @Sendable (_ port: Int) async -> Void

  /// Makes a server that does not listen yet.
  ///
  /// - Parameters:
  ///   - scraper: what answers scrapes.
  ///   - host: the IPv4 or IPv6 address to listen on.
  ///   - port: the port to listen on; 0 picks a free one.
  ///   - connectionLimit: the most connections at once.
  ///   - security: the web configuration; nil for plain HTTP open to everybody.
  ///   - clock: the time for rates.
  ///   - logger: the log.
  ///   - onRunning: called with the port as soon as connections are accepted.
  init(
    scraper: Scraper, host: String, port: Int, connectionLimit: Int = 500, security: LiveWebSecurity? = nil,
    clock: ScrapeClock = .continuous, logger: Logger,
    onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
  ) {
    self.init(
      watching: WatchDesk(Watchlist(single: scraper)), host: host, port: port,
      connectionLimit: connectionLimit, security: security, clock: clock, logger: logger,
      onRunning: onRunning)
  }

  /// Makes a server for everything under watch; with a `reloader`, whoever reaches it may ask for a reload.
  init(
    watching desk: WatchDesk, reloader: Reloader? = nil, host: String, port: Int, connectionLimit: Int,
    security: LiveWebSecurity?, clock: ScrapeClock = .continuous, logger: Logger,
    onRunning: @escaping @Sendable (_ port: Int) async -> Void
  ) {
    routes = ExporterRoutes(
      desk: desk, reloader: reloader, roster: ConnectionRoster(limit: connectionLimit), security: security,
      clock: clock, logger: logger)
    self.host = host
    self.port = port
    self.logger = logger
    self.onRunning = onRunning
  }

  /// Serves until a graceful shutdown; scrapes that are under way get their page first.
  ///
  /// - Throws: ``ListeningError`` when the address or the port cannot be had.
  func run() async throws {
    do {
      try await application.run()
    } catch let error as IOError {
      throw ListeningError(error, host: host, port: port)
    }
  }

  private var application: some ApplicationProtocol {
    let (routes, onRunning) = (routes, onRunning)
    return Application(
      router: routes.router,
      server: HTTPServerBuilder { responder in
        ExporterChannel(roster: routes.roster, security: routes.security, responder: responder)
      },
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port), serverName: ExporterIdentity.name),
      onServerRunning: { await onRunning($0.localAddress?.port ?? 0) },
      logger: logger.withoutRoutine)
  }
}
