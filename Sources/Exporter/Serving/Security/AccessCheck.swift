import HTTPTypes
import Hummingbird

/// Does what the web configuration says about every request, whatever its path: rate, headers, users.
///
/// - Source: prometheus/exporter-toolkit `web/handler.go`, which exempts no path either.
struct AccessCheck<Context: RequestContext>: RouterMiddleware {
  private let security: LiveWebSecurity
  private let bucket: TokenBucket
  private let desk = PasswordDesk()

  init(_ security: LiveWebSecurity, clock: ScrapeClock) {
    self.security = security
    bucket = TokenBucket(clock: clock)
  }

  func handle(
    _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    let security = await security.current()
    var response =
      bucket.lets(in: security.rateLimit)
      ? try await answer(to: request, context, under: security, next) : Response(refusal: .tooManyRequests)
    // What a page says about itself gives way to what the operator says.
    for field in security.headers { response.headers[field.name] = field.value }
    return response
  }

  private func answer(
    to request: Request, _ context: Context, under security: WebSecurity,
    _ next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    if security.users.isEmpty { return try await next(request, context) }
    guard let credentials = Credentials(authorization: request.headers[.authorization]) else {
      return .unauthorized
    }
    switch await desk.verdict(on: credentials, among: security.users) {
    case .verified: return try await next(request, context)
    case .refused: return .unauthorized
    case .crowded:
      var response = Response(refusal: .serviceUnavailable)
      response.headers[.retryAfter] = "1"
      return response
    }
  }
}

extension Response {
  fileprivate static var unauthorized: Response {
    var response = Response(refusal: .unauthorized)
    response.headers[.wwwAuthenticate] = "Basic realm=\"\(ExporterIdentity.name)\""
    return response
  }
}
