import NIOCore

/// Sees the bytes before the HTTP parser does: tells when a head begins, and refuses one that does not end.
final class ByteWatch: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// The longest head, in bytes; a browser with many cookies sends a fifth of it.
  static let largestHead = 32 << 10

  private let watch: ConnectionWatch
  private var received = 0

  init(watch: ConnectionWatch) { self.watch = watch }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    watch.bytesCame()
    received = watch.isReceivingHead ? received + unwrapInboundIn(data).readableBytes : 0
    if received > Self.largestHead { return refuse(context) }
    context.fireChannelRead(data)
    if !watch.isReceivingHead { received = 0 }
  }

  private func refuse(_ context: ChannelHandlerContext) {
    let answer =
      "HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: answer))).whenComplete { _ in
      bound.value.close(promise: nil)
    }
  }
}
