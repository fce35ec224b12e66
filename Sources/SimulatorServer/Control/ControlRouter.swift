import Determinism
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import SimulatorCore

/// What a connection tells the control API about its caller.
struct ControlContext: RequestContext, RemoteAddressRequestContext {
  var coreContext: CoreRequestContextStorage
  let remoteAddress: SocketAddress?

  init(source: Source) {
    coreContext = .init(source: source)
    remoteAddress = source.channel.remoteAddress
  }
}

/// Everything that isn't BBB's: the control API below `/_sim/` and a few pages for people.
struct ControlRouter {
  let server: SimulatedServer

  var router: Router<ControlContext> {
    let router = Router(context: ControlContext.self)
    let server = server
    router.get("/") { _, _ in Page.home(server) }
    router.get("/html5client") { _, _ in Page.joined }
    // 2.7 sends people there (facts §2.3).
    router.get("/html5client/join") { _, _ in Page.joined }
    // On the group and not on the path's text: the router takes `//_sim` for `/_sim`.
    let control = router.group("/_sim").add(middleware: LoopbackOnly())
    control.get("/clock") { _, _ in try Response.json(ClockView(server)) }
    control.post("/clock") { request, _ in try await change(server, by: request) }
    control.get("/world") { request, _ in
      try Response.json(WorldView(server, at: request.uri.queryParameters.get("at")))
    }
    control.get("/requests") { _, _ in
      try Response.json(server.simulator.exchanges.map(ExchangeView.init))
    }
    return router
  }

  private static let largestBody = 64 * 1024

  private func change(_ server: SimulatedServer, by request: Request) async throws -> Response {
    let mediaType = request.headers[.contentType]?.split { $0 == ";" || $0 == " " }.first
    guard mediaType?.lowercased() == "application/json" else { throw ControlError.wrongContentType }
    let body = try await request.body.collect(upTo: Self.largestBody)
    try ClockChange(json: Data(body.readableBytesView)).apply(to: server)
    return try .json(ClockView(server))
  }
}

/// Keeps the control API from everybody but this machine: it can do anything to the world.
private struct LoopbackOnly: RouterMiddleware {
  typealias Context = ControlContext

  @concurrent
  func handle(
    _ request: Request, context: ControlContext,
    next: @concurrent (Request, ControlContext) async throws -> Response
  ) async throws -> Response {
    do throws(any Error) {
      guard isLoopback(context.remoteAddress) else { throw ControlError.notLoopback }
      return try await next(request, context)
    } catch let error as ControlError {
      return try .json(error, status: .init(code: error.status))
    }
  }

  private func isLoopback(_ address: SocketAddress?) -> Bool {
    guard let ip = address?.ipAddress else { return false }
    return ip.hasPrefix("127.") || ip == "::1" || ip.hasPrefix("::ffff:127.")
  }
}

extension Response {
  /// JSON with sorted keys, so that equal worlds give equal bytes.
  static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    var body = ByteBuffer(bytes: try encoder.encode(value))
    body.writeString("\n")
    return Response(
      status: status, headers: [.contentType: "application/json; charset=utf-8"],
      body: .init(byteBuffer: body))
  }
}
