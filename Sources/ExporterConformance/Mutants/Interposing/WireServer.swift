import NIOCore
import NIOHTTP1
import NIOPosix

/// A request as it came over the wire, whole.
struct WireRequest: Sendable {
  var method: HTTPMethod
  /// The path with its query.
  var uri: String
  var headers: HTTPHeaders
}

/// A server on loopback that does with each request what it is told, down to the bytes and the end of the connection.
///
/// Servers that keep the rules of HTTP cannot break them.
struct WireServer: Sendable {
  /// What becomes of a request; who throws has the connection reset.
  let respond: @Sendable (WireRequest) async throws -> WireAnswer
  /// Whether a request waits until the one before is answered.
  var isSerial = false

  /// A request, and where its answer goes.
  private struct Visitor: Sendable {
    let request: WireRequest
    let channel: any Channel
  }

  /// Serves on a free port of loopback while `body` runs.
  func whileServing<Result: Sendable>(
    _ body: @Sendable (_ port: Int) async throws -> Result
  ) async throws -> Result {
    let (visitors, continuation) = AsyncStream<Visitor>.makeStream()
    let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { child in
        child.eventLoop.makeCompletedFuture {
          let collector = RequestCollector { continuation.yield(Visitor(request: $0, channel: child)) }
          try child.pipeline.syncOperations.addHandlers([
            ByteToMessageHandler(HTTPRequestDecoder()), collector,
          ])
        }
      }
      .bind(host: LoopbackPort.host, port: 0).get()
    // Ends when the stream does, and at the latest when this scope does, which cancels it.
    async let _: Void = serve(visitors)
    let result = await Swift.Result.catching { try await body(channel.localAddress?.port ?? 0) }
    continuation.finish()
    // A port that cannot be closed is one that is closed already.
    try? await channel.close()
    return try result.get()
  }

  private func serve(_ visitors: AsyncStream<Visitor>) async {
    await withDiscardingTaskGroup { group in
      for await visitor in visitors {
        if isSerial {
          await answer(visitor)
        } else {
          group.addTask { await answer(visitor) }
        }
      }
      group.cancelAll()
    }
  }

  private func answer(_ visitor: Visitor) async {
    do {
      let answer = try await respond(visitor.request)
      for piece in answer.pieces { try await send(piece, to: visitor.channel) }
      if answer.isReset { await reset(visitor.channel) }
    } catch {
      await reset(visitor.channel)
    }
    // Who has gone already needs no closing.
    try? await visitor.channel.close()
  }

  private func send(_ piece: WireAnswer.Piece, to channel: any Channel) async throws {
    switch piece {
    case .bytes(let bytes): try await channel.writeAndFlush(ByteBuffer(bytes: bytes))
    case .pause(let duration): try await Task.sleep(for: duration)
    }
  }

  /// With nothing to linger for the kernel sends RST.
  private func reset(_ channel: any Channel) async {
    guard let socket = channel as? any SocketOptionProvider else { return }
    // Of a connection that has gone nothing is left to be set.
    try? await socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
  }
}

/// Puts the parts of a request together.
private final class RequestCollector: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart

  private let receive: (WireRequest) -> Void
  private var head: HTTPRequestHead?

  init(_ receive: @escaping (WireRequest) -> Void) {
    self.receive = receive
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): self.head = head
    case .body: break
    case .end:
      guard let head else { return }
      receive(WireRequest(method: head.method, uri: head.uri, headers: head.headers))
    }
  }
}

extension Swift.Result where Failure == any Error {
  /// What an asynchronous body returns or throws.
  fileprivate static func catching(_ body: () async throws -> Success) async -> Self {
    do {
      return .success(try await body())
    } catch {
      return .failure(error)
    }
  }
}
