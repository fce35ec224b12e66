import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Everything that isn't BBB's: the control API below `/_sim/` and a few pages for people.
///
/// What the root server has at `/…`, a server of a name has at `/NAME/…`.
struct ControlRouter {
  let fleet: ServerFleet

  var router: Router<ControlContext> {
    let router = Router(context: ControlContext.self)
    router.add(middleware: ErrorsAsJSON())
    addPages(to: router.group(""))
    addTextTracks(to: router.group(""))
    addTextTracks(to: router.group("/{server}"))
    addPages(to: router.group("/{server}"))
    let backoffice = BackofficeRouter(fleet: fleet)
    for path in ["/backoffice", "/{server}/backoffice"] as [RouterPath] {
      let group = router.group(path)
      backoffice.add(to: group.add(middleware: Gatekeeping(access: fleet.access, isBackoffice: true)))
    }
    let metrics = SelfMetrics(fleet: fleet)
    router.get("/metrics") { request, _ in metrics.response(accept: request.headers[.accept]) }
    router.get("/favicon.ico") { _, _ in Page.favicon }
    // On the groups and not on the path's text: the router takes `//_sim` for `/_sim`.
    add(ControlOperation.all, to: control(router.group("/_sim")))
    add(ControlOperation.all.filter { !$0.isOfFleet }, to: control(router.group("/{server}/_sim")))
    return router
  }

  private func control(_ group: RouterGroup<ControlContext>) -> RouterGroup<ControlContext> {
    group.add(middleware: Gatekeeping(access: fleet.access))
  }

  private func addPages(to group: RouterGroup<ControlContext>) {
    let fleet = fleet
    group.get("/") { request, context in
      // A browser asks for favicons and the like: none of that makes a server.
      _ = try ControlCall(request, context, fleet: fleet, makesServer: false)
      return LivePage.response
    }
    group.get("/html5client") { _, _ in Page.joined }
    // 2.7 sends people there (facts §2.3).
    group.get("/html5client/join") { _, _ in Page.joined }
  }

  private func add(_ operations: [ControlOperation], to group: RouterGroup<ControlContext>) {
    let fleet = fleet
    for operation in operations {
      group.on(RouterPath(operation.path), method: operation.method) { request, context in
        var call = try ControlCall(request, context, fleet: fleet)
        if let body = operation.body { call.body = try await body.collected(from: request) }
        let response = try await operation.act(call)
        // What was changed is written before it is acknowledged.
        if operation.method != .get { try call.server.keepState() }
        return response
      }
    }
  }
}

extension ControlOperation.Body {
  /// The bytes, once their type and length are right.
  fileprivate func collected(from request: Request) async throws -> Data {
    let mediaType = request.headers[.contentType]?.split { $0 == ";" || $0 == " " }.first?.lowercased()
    let bytes = request.body
    guard mediaTypes.contains(mediaType ?? "") || isOptional && mediaType == nil else {
      throw ControlError.wrongContentType(mediaTypes)
    }
    return Data(try await bytes.collect(upTo: limit).readableBytesView)
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
