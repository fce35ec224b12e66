import BBBClient
import Hummingbird
import Logging

/// Logs what is asked of the exporter, at level debug.
struct RequestLog<Context: RequestContext>: RouterMiddleware {
  let logger: Logger

  func handle(
    _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    logger.debug(
      "asked: \(request.method.rawValue) \(Redaction.redacted(request.uri.description).singleLine)")
    return try await next(request, context)
  }
}
