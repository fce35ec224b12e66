import Hummingbird
public import Logging
import NIOCore
public import ServiceLifecycle

/// A simulated server on a port.
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

  /// What is served.
  public let server: SimulatedServer
  private let address: Address
  private let logger: Logger
  private let onListening: @Sendable (Endpoint) async -> Void

  /// Prepares a server; `onListening` is called once, when connections are taken.
  public init(
    _ server: SimulatedServer, at address: Address = Address(), logger: Logger? = nil,
    onListening: @escaping @Sendable (Endpoint) async -> Void
  ) {
    self.server = server
    self.address = address
    self.logger = logger ?? Self.silent
    self.onListening = onListening
  }

  /// Serves until it is cancelled or asked to stop; throws when it can't listen.
  public func run() async throws {
    let server = server
    let host = address.host
    let application = Application(
      router: ControlRouter(server: server).router,
      server: .http1(configuration: .init(additionalChannelHandlers: [APIChannelHandler(server: server)])),
      configuration: .init(address: .hostname(host, port: address.port), serverName: nil),
      onServerRunning: { channel in
        await onListening(Endpoint(host: host, port: channel.localAddress?.port ?? 0))
      },
      logger: logger)
    try await application.run()
  }

  private static let silent = Logger(label: "bbb-sim", factory: { _ in SwiftLogNoOpLogHandler() })
}

/// Where a simulated server can be reached.
public struct Endpoint: Sendable, Equatable {
  /// As given when it was started.
  public let host: String
  /// The port that was taken.
  public let port: Int

  /// `http://HOST:PORT`; an address for every interface is written as loopback.
  public var url: String {
    let reachable = ["0.0.0.0": "127.0.0.1", "::": "::1"][host] ?? host
    return "http://\(reachable.contains(":") ? "[\(reachable)]" : reachable):\(port)"
  }

  /// What clients take as the base of the API, with the slash that 0.7.1 insists on.
  public var apiBaseURL: String { url + "/bigbluebutton/api/" }
}
