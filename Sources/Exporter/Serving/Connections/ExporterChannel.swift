import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTPTypes
import NIOSSL

/// How a connection is set up: admitted, encrypted when the web configuration says so, watched, and then Hummingbird's.
struct ExporterChannel: ServerChildChannel {
  typealias Value = HTTP1Channel.Value

  private let responder: HTTPChannelHandler.Responder
  private let roster: ConnectionRoster
  private let security: LiveWebSecurity?

  init(
    roster: ConnectionRoster, security: LiveWebSecurity?, responder: @escaping HTTPChannelHandler.Responder
  ) {
    self.roster = roster
    self.security = security
    self.responder = responder
  }

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    guard roster.admit(channel, now: .now()) else {
      return channel.eventLoop.makeFailedFuture(ChannelError.ioOnClosedChannel)
    }
    channel.closeFuture.whenComplete { [roster] _ in roster.remove(channel) }
    return tlsTerms(for: channel).flatMap { terms in
      do {
        let watch = ConnectionWatch(roster: roster)
        try Self.addHandlers(of: terms, to: channel.pipeline.syncOperations)
        try channel.pipeline.syncOperations.addHandler(ByteWatch(watch: watch))
        return http(watch, on: channel.eventLoop).setup(channel: channel, logger: logger)
      } catch {
        return channel.eventLoop.makeFailedFuture(error)
      }
    }.flatMapThrowing { value in
      try AnswerCompression.install(in: channel.pipeline.syncOperations)
      return value
    }
  }

  func handle(value: Value, logger: Logger) async {
    await HTTP1Channel(responder: responder).handle(value: value, logger: logger)
  }

  /// The terms that hold at this moment, so that a new certificate serves the next connection.
  private func tlsTerms(for channel: any Channel) -> EventLoopFuture<TLSTerms?> {
    guard let security, security.latest.tls != nil else { return channel.eventLoop.makeSucceededFuture(nil) }
    return channel.eventLoop.makeFutureWithTask { await security.current().tls }
  }

  private static func addHandlers(
    of terms: TLSTerms?, to pipeline: ChannelPipeline.SynchronousOperations
  ) throws {
    guard let terms else { return }
    let takesAny: NIOSSLCustomVerificationCallback = { $1.succeed(.certificateVerified) }
    try pipeline.addHandler(
      NIOSSLServerHandler(
        context: terms.context, customVerificationCallback: terms.takesAnyCertificate ? takesAny : nil,
        configuration: .init()))
    if let names = terms.allowedNames { try pipeline.addHandler(ClientNameCheck(allowed: names)) }
  }

  private func http(_ watch: ConnectionWatch, on eventLoop: any EventLoop) -> HTTP1Channel {
    let bound = NIOLoopBound(watch, eventLoop: eventLoop)
    return HTTP1Channel(
      responder: responder,
      configuration: .init(
        additionalChannelHandlers: [bound.value],
        httpDecoderConfiguration: .init(
          maxHeaderFieldSize: 16 << 10, maxHeaderListSize: ByteWatch.largestHead, maxHeaderFieldCount: 200)))
  }
}
