public import AsyncHTTPClient
import NIOCore
import NIOSSL

/// What carries a request to a server and brings the answer back.
public protocol HTTPExchange: Sendable {
  /// Sends a request and returns when the head of the answer has come; the body follows as it is read.
  ///
  /// Follows no redirect. Cancelling the task ends the request and closes its connection.
  func execute(_ request: HTTPClientRequest) async throws -> HTTPClientResponse
}

/// The exchange over real connections, which are kept open between requests.
public struct LiveExchange: HTTPExchange {
  private let client: HTTPClient

  /// Makes an exchange; end it with ``shutdown()``.
  ///
  /// - Throws: ``TLSTrustError`` when the CA bundle cannot be used.
  public init(trust: TLSTrust) throws(TLSTrustError) {
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: try Self.configuration(trust))
  }

  /// Sends a request over a pooled connection.
  public func execute(_ request: HTTPClientRequest) async throws -> HTTPClientResponse {
    // No deadline here: it would not cover the body. The caller's task is cancelled instead.
    try await client.execute(request, deadline: .distantFuture)
  }

  /// Closes all connections.
  public func shutdown() async throws {
    try await client.shutdown()
  }

  private static func configuration(_ trust: TLSTrust) throws(TLSTrustError) -> HTTPClient.Configuration {
    var configuration = HTTPClient.Configuration(
      tlsConfiguration: try trust.configuration(), redirectConfiguration: .disallow, decompression: .disabled)
    configuration.httpVersion = .http1Only
    // The scrape's own deadline rules; this only bounds a connection attempt that nobody waits for any more.
    configuration.timeout = .init(connect: .seconds(30))
    // nginx in front of BBB closes idle connections after 65 s: be the first, so that no request meets a closing one.
    configuration.connectionPool = .init(idleTimeout: .seconds(55))
    // Off, or a refused connection would be tried again until the deadline instead of being reported.
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.http1_1ConnectionDebugInitializer = StatusWatch.install
    return configuration
  }
}
