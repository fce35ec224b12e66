import NIOCore
import NIOHTTP1

/// Hangs up on clients of HTTP/1.0 after the answer, as that version expects: many wait for just that. nginx speaks it to
/// what it stands in front of, unless told otherwise.
///
/// Hummingbird does not know the version. It does what a request says, so that this has to be said for the client.
/// - Source: RFC 9112 §9.3.
final class OldProtocol: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .head(var head) = unwrapInboundIn(data), head.version != .http1_1 else {
      return context.fireChannelRead(data)
    }
    head.headers.replaceOrAdd(name: "connection", value: "close")
    context.fireChannelRead(wrapInboundOut(.head(head)))
  }
}
