import NIOCore
import SimulatorCore

extension ServerFleet {
  /// Hands a request to the server that it is for; where there is none, a page says how there would be one.
  ///
  /// The address is asked for only when the caller does not name this server: it costs a system call.
  func decide(
    _ request: CollectedRequest, scheme: String, localAddress: @autoclosure () -> SocketAddress?
  ) -> PendingReply {
    do throws(FleetError) {
      let server = try server(request.placement.server)
      return server.decide(request.apiRequest(scheme: scheme, localAddress: localAddress()))
    } catch {
      return PendingReply(APIReply(noServer: ControlError(error)))
    }
  }
}

extension APIReply {
  /// Plain text, since whoever reads it looks for a wrong URL and not for XML.
  fileprivate init(noServer reason: ControlError) {
    self.init(
      status: reason.status, headers: [Header(name: "Content-Type", value: "text/plain; charset=utf-8")],
      body: Array("\(reason.error); \(reason.fix)\n".utf8))
  }
}

extension ControlError {
  init(_ error: FleetError) {
    switch error {
    case .unknown(let name, let known):
      let list = known.isEmpty ? "there is only the root one" : "there are \(known.abridged)"
      self.init(
        status: 404, error: "there is no server '\(name)'",
        fix: "\(list); start bbb-sim with --servers \(name), or with --servers auto, or POST to /_sim/servers"
      )
    case .taken(let name):
      self.init(
        status: 409, error: "there is a server '\(name)' already",
        fix: "choose another name, or DELETE /_sim/servers/\(name) first")
    case .full(let limit):
      self.init(
        status: 503, error: "there are \(limit) servers already, as many as there may be",
        fix: "DELETE some at /_sim/servers/NAME, or start bbb-sim with a higher --max-servers")
    case .unkept(let name, let reason):
      self.init(
        status: 503, error: "the state of '\(name)' can't be kept: \(reason)",
        fix: "mend that, or choose another name")
    }
  }
}

extension [ServerName] {
  /// The first dozen.
  fileprivate var abridged: String {
    prefix(12).map(\.text).joined(separator: ", ") + (count > 12 ? " and \(count - 12) more" : "")
  }
}
