import HTTPTypes
import Hummingbird
public import Logging
import NIOCore
import PrometheusText
public import ServiceLifecycle

/// The exporter's own HTTP server: `/metrics`, a page for people at `/`, `/-/healthy`; 404 for everything else.
public struct ExporterServer: Service {
  private let scraper: Scraper
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
  ///   - logger: the log.
  ///   - onRunning: called with the port as soon as connections are accepted.
  public init(
    scraper: Scraper, host: String, port: Int, logger: Logger,
    onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
  ) {
    self.scraper = scraper
    self.host = host
    self.port = port
    self.logger = logger
    self.onRunning = onRunning
  }

  /// Serves until a graceful shutdown; scrapes that are under way get their page first.
  ///
  /// - Throws: ``ListeningError`` when the address or the port cannot be had.
  public func run() async throws {
    do {
      try await application.run()
    } catch let error as IOError {
      throw ListeningError(error, host: host, port: port)
    }
  }

  private var application: some ApplicationProtocol {
    let onRunning = onRunning
    return Application(
      router: router,
      // Longer than any usual interval between scrapes, so that scrapers keep their connection.
      server: .http1(configuration: .init(idleTimeout: .seconds(120))),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port), serverName: ExporterIdentity.name),
      onServerRunning: { await onRunning($0.localAddress?.port ?? 0) },
      logger: frameworkLogger)
  }

  /// Hummingbird tells of its own start at level info, which this exporter does itself.
  private var frameworkLogger: Logger {
    var logger = logger
    logger.logLevel = max(logger.logLevel, .warning)
    return logger
  }

  private var router: Router<BasicRequestContext> {
    let router = Router(options: [.autoGenerateHeadEndpoints])
    router.add(middleware: RequestLog(logger: logger))
    router.get("/metrics") { [scraper] request, _ in await metrics(from: scraper, for: request) }
    router.get("/") { _, _ in Response(html: WelcomePage.html) }
    router.get("/-/healthy") { _, _ in
      Response(body: Array("OK\n".utf8), contentType: "text/plain; charset=utf-8")
    }
    return router
  }
}

private func metrics(from scraper: Scraper, for request: Request) async -> Response {
  let format = ExpositionFormat.negotiated(accept: request.headers[.accept])
  let timeout = HTTPField.Name(ScrapeAllowance.headerName).flatMap { request.headers[$0] }
  let wanted = WantedFamilies(query: request.uri.query)
  let page = await scraper.page(for: ScrapeRequest(as: format, timeoutHeader: timeout, wanted: wanted))
  return Response(body: page, contentType: format.contentType)
}

extension Response {
  fileprivate init(body: [UInt8], contentType: String) {
    self.init(
      status: .ok, headers: [.contentType: contentType, .xContentTypeOptions: "nosniff"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
  }

  fileprivate init(html: String) {
    self.init(body: Array(html.utf8), contentType: "text/html; charset=utf-8")
    headers[.contentSecurityPolicy] = "default-src 'none'; style-src 'unsafe-inline'"
  }
}
