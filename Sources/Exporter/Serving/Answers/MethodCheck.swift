import HTTPTypes
import Hummingbird

/// Turns what the router throws into plain answers, and says 405 where a path is asked by a method that it does not have.
struct MethodCheck<Context: RequestContext>: RouterMiddleware {
  func handle(
    _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as HTTPError {
      guard error.status == .notFound, request.method != .get, request.method != .head else {
        return Response(refusal: error.status)
      }
      var response = Response(refusal: .methodNotAllowed)
      response.headers[.allow] = "GET, HEAD"
      return response
    }
  }
}
