import NIOCore
import NIOPosix

@testable import LoadEngine

/// A server that takes requests and does something else than answer them.
final class RudeServer: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  enum Manner: Sendable {
    case closes, babbles, isSilent

    var failure: FailureKind {
      switch self {
      case .closes: .closed
      case .babbles: .malformed
      case .isSilent: .timeout
      }
    }
  }

  private let manner: Manner

  init(_ manner: Manner) { self.manner = manner }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch manner {
    case .closes: context.close(promise: nil)
    case .babbles:
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: "220 smtp.example.org\r\n")), promise: nil)
    case .isSilent: break
    }
  }

  /// Listens on a free port of loopback.
  static func start(_ manner: Manner) async throws -> any Channel {
    try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(RudeServer(manner))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
  }
}
