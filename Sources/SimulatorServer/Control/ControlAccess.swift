import HTTPTypes
import Hummingbird
import NIOCore

/// Keeps the control API from everybody but this machine: it can do anything to the world.
struct LoopbackOnly: RouterMiddleware {
  typealias Context = ControlContext

  @concurrent
  func handle(
    _ request: Request, context: ControlContext,
    next: @concurrent (Request, ControlContext) async throws -> Response
  ) async throws -> Response {
    guard isLoopback(context.remoteAddress) else { throw ControlError.notLoopback }
    return try await next(request, context)
  }

  private func isLoopback(_ address: SocketAddress?) -> Bool {
    guard let ip = address?.ipAddress else { return false }
    return ip.hasPrefix("127.") || ip == "::1" || ip.hasPrefix("::ffff:127.")
  }
}

/// Refusals are JSON, whoever refuses.
struct ErrorsAsJSON: RouterMiddleware {
  typealias Context = ControlContext

  @concurrent
  func handle(
    _ request: Request, context: ControlContext,
    next: @concurrent (Request, ControlContext) async throws -> Response
  ) async throws -> Response {
    do throws(any Error) {
      return try await next(request, context)
    } catch let error as ControlError {
      return try .json(error, status: .init(code: error.status))
    } catch let error as HTTPError where error.status == .contentTooLarge {
      return try .json(ControlError.bodyTooLarge, status: .contentTooLarge)
    }
  }
}
