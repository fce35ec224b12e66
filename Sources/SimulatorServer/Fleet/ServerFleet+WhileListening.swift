import Logging
import ServiceLifecycle

extension SimulatedServer {
  /// Serves on a free port of loopback while `body` runs; throws what `body` throws, or why it can't listen.
  ///
  /// With an identity it speaks HTTPS.
  public func whileListening<Result: Sendable>(
    identity: TLSIdentity? = nil,
    _ body: @escaping @Sendable (Endpoint) async throws -> Result
  ) async throws -> Result {
    try await ServerFleet(root: self).whileListening(identity: identity, body)
  }
}

extension ServerFleet {
  /// Serves on a free port of loopback while `body` runs; throws what `body` throws, or why it can't listen.
  public func whileListening<Result: Sendable>(
    identity: TLSIdentity? = nil, patience: Duration = .seconds(75),
    _ body: @escaping @Sendable (Endpoint) async throws -> Result
  ) async throws -> Result {
    let (endpoints, continuation) = AsyncStream<Endpoint>.makeStream()
    let group = ServiceGroup(
      whileListening: ListeningServer(self, identity: identity, patience: patience) { continuation.yield($0) }
    )
    // Nobody's child: a server that is cancelled drops connections that nobody has taken yet, and NIO takes that for a
    // programming error and traps. So it is never cancelled, but asked to stop, whatever becomes of the body.
    let serving = Task {
      defer { continuation.finish() }
      try await group.run()
    }
    do {
      let result = try await Self.first(of: endpoints, body)
      await group.triggerGracefulShutdown()
      try await serving.value
      if let result { return result }
    } catch {
      await group.triggerGracefulShutdown()
      // What the body threw matters more than how the server ended.
      _ = await serving.result
      throw error
    }
    throw CancellationError()
  }

  /// Nil when there is no endpoint, since the server could not listen or the task was cancelled before.
  private static func first<Result: Sendable>(
    of endpoints: AsyncStream<Endpoint>, _ body: @Sendable (Endpoint) async throws -> Result
  ) async throws -> Result? {
    for await endpoint in endpoints { return try await body(endpoint) }
    return nil
  }
}

extension ServiceGroup {
  /// A server that stops at once when it can, and after five seconds in any case.
  fileprivate init(whileListening server: ListeningServer) {
    let logger = Logger(label: "bbb-sim", factory: { _ in SwiftLogNoOpLogHandler() })
    var configuration = ServiceGroupConfiguration(services: [server], logger: logger)
    configuration.maximumGracefulShutdownDuration = .seconds(5)
    self.init(configuration: configuration)
  }
}
