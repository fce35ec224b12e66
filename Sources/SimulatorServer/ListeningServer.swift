import Hummingbird
import HummingbirdCore
import HummingbirdTLS
public import Logging
import NIOCore
public import ServiceLifecycle

/// Simulated servers on a port.
public struct ListeningServer: Service {
  /// Where to listen.
  public struct Address: Sendable, Equatable {
    /// A host name or an IP address of this machine.
    public var host: String
    /// 0 picks a free one.
    public var port: Int

    /// Names an address; by default a free port on loopback.
    public init(host: String = "127.0.0.1", port: Int = 0) {
      self.host = host
      self.port = port
    }
  }

  /// Who is served.
  public let fleet: ServerFleet
  private let address: Address
  private let identity: TLSIdentity?
  private let patience: Duration
  private let callbacks: CallbackPolicy
  private let logger: Logger
  private let onListening: @Sendable (Endpoint) async -> Void

  /// Prepares a fleet's port; `onListening` is called once, when connections are taken.
  ///
  /// With an identity it speaks HTTPS and nothing else, without one HTTP. A client that keeps it waiting for a request,
  /// or for the rest of one, longer than its `patience` is hung up on.
  public init(
    _ fleet: ServerFleet, at address: Address = Address(), identity: TLSIdentity? = nil,
    callbacks: CallbackPolicy = .loopbackOnly, patience: Duration = .seconds(75), logger: Logger? = nil,
    onListening: @escaping @Sendable (Endpoint) async -> Void
  ) {
    self.fleet = fleet
    self.address = address
    self.identity = identity
    self.patience = patience
    self.callbacks = callbacks
    self.logger = logger ?? Self.silent
    self.onListening = onListening
  }

  /// Serves until it is cancelled or asked to stop; throws when it can't listen, a ``ListeningError`` as a rule.
  public func run() async throws {
    let host = address.host
    let isSecure = identity != nil
    let application = Application(
      router: ControlRouter(fleet: fleet).router,
      server: try httpServer,
      configuration: .init(address: .hostname(host, port: address.port), serverName: nil),
      onServerRunning: { channel in
        await onListening(Endpoint(host: host, port: channel.localAddress?.port ?? 0, isSecure: isSecure))
      },
      logger: logger)
    fleet.beginCallbacks(callbacks)
    // Nobody's child: it ends when the server has ended, however that comes about.
    let service = CallbackService(fleet: fleet, policy: callbacks, domain: host)
    let calling = Task { await service.run() }
    do {
      try await application.run()
    } catch {
      await Self.end(calling)
      throw ListeningError(error, at: address) ?? error
    }
    await Self.end(calling)
  }

  private static func end(_ task: Task<Void, Never>) async {
    task.cancel()
    await task.value
  }

  /// A client has so long to agree on TLS; nginx gives it as long for its headers.
  private static let handshakeTimeout = TimeAmount.seconds(60)

  private var httpServer: HTTPServerBuilder {
    get throws {
      let (fleet, patience) = (fleet, patience)
      guard let identity else {
        return .http1(
          configuration: .init(
            additionalChannelHandlers: [
              ConnectionCounter(meter: fleet.meter),
              APIChannelHandler(fleet: fleet, scheme: "http", patience: patience),
            ])
        )
      }
      return try .tls(
        .http1(
          configuration: .init(
            additionalChannelHandlers: [
              ConnectionCounter(meter: fleet.meter), HandshakeDeadline(timeout: Self.handshakeTimeout),
              APIChannelHandler(fleet: fleet, scheme: "https", patience: patience),
            ])),
        tlsConfiguration: identity.configuration)
    }
  }

  private static let silent = Logger(label: "bbb-sim", factory: { _ in SwiftLogNoOpLogHandler() })
}

/// Where a simulated server can be reached.
public struct Endpoint: Sendable, Equatable {
  /// As given when it was started.
  public let host: String
  /// The port that was taken.
  public let port: Int
  /// Whether TLS is spoken there.
  public let isSecure: Bool

  /// `http://HOST:PORT`, or `https`; an address for every interface is written as loopback.
  public var url: String {
    let reachable = ["0.0.0.0": "127.0.0.1", "::": "::1"][host] ?? host
    return
      "\(isSecure ? "https" : "http")://\(reachable.contains(":") ? "[\(reachable)]" : reachable):\(port)"
  }

  /// What clients take as the base of the API, with the slash that 0.7.1 insists on.
  public var apiBaseURL: String { apiBaseURL(of: nil) }

  /// The same for one server of a fleet; nil is the root.
  public func apiBaseURL(of server: ServerName?) -> String {
    url + (server.map { "/" + $0.text } ?? "") + "/bigbluebutton/api/"
  }
}
