import NIOCore
import NIOHTTP1

/// Ends a connection whose server answers with a status below 100, which does not exist.
///
/// AsyncHTTPClient takes all below 200 for a word ahead of the answer, as 103 is, and stops the process over the body or
/// the end of one that is none: whoever answers for one server would end the watch on all.
/// - Source: AsyncHTTPClient 1.37.0 `HTTPRequestStateMachine`; RFC 9110 §15.
final class StatusWatch: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPClientResponsePart
  typealias InboundOut = HTTPClientResponsePart

  private var hasRefused = false

  /// Puts a watch behind the parser of a connection that AsyncHTTPClient has just set up.
  static func install(on channel: any Channel) -> EventLoopFuture<Void> {
    channel.eventLoop.makeCompletedFuture {
      let pipeline = channel.pipeline.syncOperations
      let parser = try pipeline.handler(type: ByteToMessageHandler<HTTPResponseDecoder>.self)
      try pipeline.addHandler(StatusWatch(), position: .after(parser))
    }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if hasRefused { return }
    guard case .head(let head) = unwrapInboundIn(data), head.status.code < 100 else {
      return context.fireChannelRead(data)
    }
    hasRefused = true
    context.fireErrorCaught(HTTPParserError.invalidStatus)
    context.close(promise: nil)
  }
}
