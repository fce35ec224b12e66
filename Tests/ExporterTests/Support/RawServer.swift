import NIOCore
import NIOPosix
import NIOSSL

/// A listener that answers whatever comes first, be it no HTTP at all, with bytes of a test.
enum RawServer {
  /// Answers once a connection and closes it; says nothing, ever, when there are no bytes.
  static func start(answering bytes: String?) async throws -> any Channel {
    try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Answerer(bytes: bytes))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
  }

  /// A listener that accepts nobody, and whose queue is full: the system drops whoever asks to connect.
  static func startFull() async throws -> (listener: any Channel, queued: [any Channel]) {
    let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.backlog, value: 1)
      .serverChannelOption(.autoRead, value: false)
      .bind(host: "127.0.0.1", port: 0).get()
    var queued: [any Channel] = []
    // Linux queues one more than the backlog says.
    for _ in 0..<2 { queued.append(try await connect(to: listener.localAddress, within: .minutes(4))) }
    // As many more as other systems take; the first that gets no place is the proof that it is full.
    while queued.count < 16, let channel = try? await connect(to: listener.localAddress) {
      queued.append(channel)
    }
    return (listener, queued)
  }

  private static func connect(
    to address: SocketAddress?, within time: TimeAmount = .milliseconds(300)
  ) async throws -> any Channel {
    guard let address else { throw ChannelError.unknownLocalAddress }
    return try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connectTimeout(time).connect(to: address).get()
  }
}

private final class Answerer: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer
  private let bytes: String?

  init(bytes: String?) { self.bytes = bytes }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard let bytes else { return }
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: bytes)), promise: nil)
    context.close(promise: nil)
  }
}
