import NIOCore
import NIOHTTP1

/// Makes the rule of HTTP/1.0 explicit: a connection ends with the answer, unless the client asks to keep it.
///
/// The codec behind this handler forgets the version of a request, so that the rule is written into its headers.
final class OldHTTPHandler: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart

  /// Puts the handler behind the decoder of a server's pipeline; a pipeline without one has no versions.
  static func install(in pipeline: ChannelPipeline.SynchronousOperations) {
    guard let decoder = try? pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self) else {
      return
    }
    // It fails only on a channel that is closed already.
    try? pipeline.addHandler(OldHTTPHandler(), position: .after(decoder))
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .head(var head) = unwrapInboundIn(data), head.version == .http1_0 else {
      return context.fireChannelRead(data)
    }
    // Nobody who speaks HTTP/1.0 waits for a `100 Continue`.
    head.headers.remove(name: "expect")
    if !head.isKeepAlive { head.headers.replaceOrAdd(name: "connection", value: "close") }
    context.fireChannelRead(wrapInboundOut(.head(head)))
  }
}
