import BBBClient
import HTTPTypes
import Hummingbird
import Logging
import PrometheusText
import Wording

/// The paths that show what is under watch: `/metrics`, `/probe`, `/targets`, and `/-/reload`, which changes it.
struct WatchRoutes: Sendable {
  let desk: WatchDesk
  /// Nil when nobody may ask for a reload over HTTP.
  let reloader: Reloader?
  let roster: ConnectionRoster

  func add(to router: Router<ExporterContext>) {
    router.get("/metrics") { request, context in await metrics(for: request, context) }
    router.get("/probe") { request, context in await probe(request, context) }
    // HEAD says what a GET would be, and scrapes nothing for an answer that has no body.
    router.head("/metrics") { request, _ in Response(page: [], for: ScrapeRequest(request)) }
    router.head("/probe") { request, _ in
      refusal(of: request, in: desk.watchlist) ?? Response(page: [], for: ScrapeRequest(request))
    }
    router.get("/targets") { request, _ in try discovery(for: request) }
    router.post("/-/reload") { _, _ in await reload() }
    router.put("/-/reload") { _, _ in await reload() }
  }

  func metrics(for request: Request, _ context: ExporterContext) async -> Response {
    let asked = ScrapeRequest(request)
    guard let scraper = desk.watchlist.single else {
      let families = Page.lonelyFamilies(asked.wanted, of: desk)
      return Response(page: ExpositionWriter.bytes(of: families, as: asked.format), for: asked)
    }
    let own = Page.ownFamilies(asked.wanted, of: desk)
    return Response(
      page: await roster.serve(context.channel) { await scraper.page(for: asked, and: own) }, for: asked)
  }

  private func probe(_ request: Request, _ context: ExporterContext) async -> Response {
    let watchlist = desk.watchlist
    guard let name = request.target, let watch = watchlist.watch(on: name) else {
      return refusal(of: request, in: watchlist) ?? Response(refusal: .notFound)
    }
    let asked = ScrapeRequest(request)
    guard request.uri.queryParameters["debug"] == "true" else {
      return Response(
        page: await roster.serve(context.channel) { await watch.scraper.page(for: asked) }, for: asked)
    }
    let text = await roster.serve(context.channel) {
      await DebugProbe(name: name, watch: watch).text(for: asked)
    }
    guard let text else { return Response(refusal: .serviceUnavailable) }
    return Response(text: text)
  }

  /// Why there is nothing to probe; nil when there is.
  private func refusal(of request: Request, in watchlist: Watchlist) -> Response? {
    guard let name = request.target else {
      return Response(.badRequest, text: "target is missing: /probe?target=NAME\n")
    }
    if watchlist.watch(on: name) != nil { return nil }
    return Response(.notFound, text: watchlist.reasonForMissing(name) + "\n")
  }

  private func discovery(for request: Request) throws -> Response {
    guard let address = request.head.authority, !address.isEmpty else {
      return Response(
        .badRequest, text: "the request has no Host, which tells where this exporter is found\n")
    }
    let json = try ServiceDiscovery(desk.watchlist.targets, at: address).json
    return Response(body: json, contentType: "application/json")
  }

  private func reload() async -> Response {
    guard let reloader else {
      return Response(
        .forbidden, text: "reloading over HTTP is off: start with --web.enable-lifecycle, or send SIGHUP\n")
    }
    let mistakes = await reloader.reload()
    if mistakes.isEmpty { return Response(.ok, text: "reloaded\n") }
    return Response(.internalServerError, text: mistakes.joined(separator: "\n") + "\n")
  }
}

extension Request {
  /// The target that is asked for; nil when there is none or an empty one.
  fileprivate var target: String? {
    uri.queryParameters["target"].map(String.init).flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension Response {
  /// A page of metrics; without one, nobody is there to read it, and what was found out would be a page of falsehoods.
  fileprivate init(page: [UInt8]?, for request: ScrapeRequest) {
    guard let page else {
      self.init(refusal: .serviceUnavailable)
      return
    }
    self.init(metrics: page, contentType: request.format.contentType)
  }
}

extension Watchlist {
  /// Why a name has no watch, with names that have one; never a URL, which not everybody need know.
  fileprivate func reasonForMissing(_ name: String) -> String {
    if names.isEmpty { return "there are no targets: start with --targets FILE" }
    let meant = NearestName.of(name, among: names).map { ", did you mean \($0)?" } ?? ""
    return "no target is called \"\(name.singleLine)\"\(meant)\n"
      + "Only the targets of the file can be probed, by their names: \(names.listed)"
  }
}
