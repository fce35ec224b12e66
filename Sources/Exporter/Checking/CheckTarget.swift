import BBBClient

/// A server to be checked, and what people call it.
struct CheckTarget: Sendable, Equatable {
  let name: String
  let server: WatchedServer
}

extension CheckTarget {
  /// The server of the environment, which has no name but where it is.
  init(_ server: WatchedServer) {
    self.init(name: server.base.authority, server: server)
  }
}
