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
  let desk: WatchDesk
  let reloader: Reloader?
  let roster: ConnectionRoster
  let security: LiveWebSecurity?
  let clock: ScrapeClock
  let logger: Logger

  var router: Router<ExporterContext> {
    let router = Router(context: ExporterContext.self, options: [.autoGenerateHeadEndpoints])
    router.add(middleware: RequestLog(logger: logger))
    if let security { router.add(middleware: AccessCheck(security, clock: clock)) }
    router.add(middleware: MethodCheck())
    let watch = WatchRoutes(desk: desk, reloader: reloader, roster: roster)
    watch.add(to: router)
    router.get("/") { [desk, canReload = reloader != nil] request, context in
      if request.method == .get, request.isOfScraper { return await watch.metrics(for: request, context) }
      return Response(html: WelcomePage(targets: desk.watchlist.names, canReload: canReload).html)
    }
    // As Prometheus and its exporters call it, and as the contract does (§4).
    for path in ["/-/healthy", "/healthz"] as [RouterPath] {
      router.get(path) { _, _ in Response(text: "OK\n") }
    }
    return router
  }
}

extension Request {
  /// Whether a format of Prometheus is asked for by its name, and no page for people.
  ///
  /// 0.7.1 serves metrics under every path, and its guide has nginx pass `/metrics/` on as `/`, so that scrapers come to
  /// the root too. Browsers name `text/html`; curl names nothing.
  fileprivate var isOfScraper: Bool {
    let types = (headers[.accept] ?? "").lowercased().split(separator: ",").compactMap { entry in
      entry.split(separator: ";").first?.filter { $0 != " " && $0 != "\t" }
    }
    let named = ["text/plain", "application/openmetrics-text"].contains(where: types.contains)
    return named && !types.contains("text/html")
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
