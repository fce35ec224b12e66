import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import PrometheusText

/// What a request knows besides itself: whose connection it came by.
struct ExporterContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let channel: any Channel

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    channel = source.channel
  }
}

/// The paths of the exporter and who answers them.
struct ExporterRoutes {
  let scraper: Scraper
  let roster: ConnectionRoster
  let security: LiveWebSecurity?
  let clock: ScrapeClock
  let logger: Logger

  var router: Router<ExporterContext> {
    let router = Router(context: ExporterContext.self, options: [.autoGenerateHeadEndpoints])
    router.add(middleware: RequestLog(logger: logger))
    if let security { router.add(middleware: AccessCheck(security, clock: clock)) }
    router.add(middleware: MethodCheck())
    addMetrics(to: router)
    router.get("/") { _, _ in Response(html: WelcomePage.html) }
    router.get("/-/healthy") { _, _ in
      Response(body: Array("OK\n".utf8), contentType: "text/plain; charset=utf-8")
    }
    return router
  }

  private func addMetrics(to router: Router<ExporterContext>) {
    router.get("/metrics") { [scraper, roster] request, context in
      let inquiry = ScrapeRequest(request)
      let page = await roster.serve(context.channel) { await scraper.page(for: inquiry) }
      return Response(metrics: page, contentType: inquiry.format.contentType)
    }
    // Says what a GET would be, and scrapes nothing for an answer that has no body.
    router.head("/metrics") { request, _ in
      Response(metrics: [], contentType: ScrapeRequest(request).format.contentType)
    }
  }
}

extension ScrapeRequest {
  /// What a request asks for by its query and its fields.
  init(_ request: Request) {
    self.init(
      as: .negotiated(accept: request.headers[.accept]),
      timeoutHeader: HTTPField.Name(ScrapeAllowance.headerName).flatMap { request.headers[$0] },
      wanted: WantedFamilies(query: request.uri.query))
  }
}
