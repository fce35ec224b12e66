import BBBClient
import NIOCore
import NIOSSL
import NIOTLS
import Synchronization

/// A TLS handshake with whoever answers, to look at the certificates; nothing is sent over it.
final class Handshake: Sendable {
  private struct Storage {
    var shown: [ObjectIdentifier: [[UInt8]]] = [:]
    var ends: [ObjectIdentifier: EventLoopFuture<Void>] = [:]
  }

  /// By channel, since several addresses of a host may be tried at once, of which one wins.
  private let storage = Mutex(Storage())

  /// The certificates that the server shows, leaf first, as DER.
  ///
  /// - Throws: why no handshake came about; the certificates are never the reason.
  static func certificates(of endpoint: Endpoint) async throws -> [[UInt8]] {
    try await Handshake().certificates(of: endpoint)
  }

  private func certificates(of endpoint: Endpoint) async throws -> [[UInt8]] {
    // Everyone is trusted for what is looked at and thrown away; the call itself goes by the setting.
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.certificateVerification = .noHostnameVerification
    let context = try NIOSSLContext(configuration: configuration)
    let channel = try await Connecting.channel(to: endpoint) { channel in
      channel.eventLoop.makeCompletedFuture {
        try self.prepare(channel, context: context, serverName: endpoint.serverName)
      }
    }
    defer { channel.close(promise: nil) }
    let id = ObjectIdentifier(channel)
    guard let end = storage.withLock({ $0.ends[id] }) else { preconditionFailure("a channel unprepared") }
    try await end.value()
    return storage.withLock { $0.shown[id] ?? [] }
  }

  private func prepare(_ channel: any Channel, context: NIOSSLContext, serverName: String?) throws {
    let id = ObjectIdentifier(channel)
    let handler = try NIOSSLClientHandler(
      context: context, serverHostname: serverName,
      customVerificationCallback: { certificates, promise in
        let encoded = certificates.compactMap { try? $0.toDERBytes() }  // one that has no bytes shows nothing
        self.storage.withLock { $0.shown[id] = encoded }
        promise.succeed(.certificateVerified)
      })
    let end = channel.eventLoop.makePromise(of: Void.self)
    storage.withLock { $0.ends[id] = end.futureResult }
    do {
      try channel.pipeline.syncOperations.addHandlers(handler, HandshakeWatcher(end: end))
    } catch {
      end.fail(error)
      throw error
    }
  }
}

/// Tells how a handshake ends.
private final class HandshakeWatcher: ChannelInboundHandler {
  typealias InboundIn = Any

  /// The first to complete it wins.
  private let end: EventLoopPromise<Void>

  init(end: EventLoopPromise<Void>) { self.end = end }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .handshakeCompleted = event as? TLSUserEvent { end.succeed() }
    context.fireUserInboundEventTriggered(event)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    end.fail(error)
    context.close(promise: nil)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    end.fail(ChannelError.eof)
  }
}
