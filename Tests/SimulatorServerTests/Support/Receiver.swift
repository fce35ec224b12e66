import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// Somebody on loopback to whom callbacks are sent.
final class Receiver: Sendable {
  struct Message: Sendable {
    var method: String
    var uri: String
    var headers: [String: String]
    var body: String

    /// A field of the form in the body, as it was sent.
    func field(_ name: String) -> String? {
      body.split(separator: "&").first { $0.hasPrefix(name + "=") }.map {
        String($0.dropFirst(name.count + 1))
      }
    }
  }

  let port: Int
  private let messages: AsyncStream<Message>
  private let channel: any Channel

  var url: String { "http://127.0.0.1:\(port)" }

  /// Answers with the status that `answer` names for a message, by default 200; a 302 leads to `location`.
  static func with<Value>(
    location: String = "/", answer: @escaping @Sendable (Message) -> Int = { _ in 200 },
    _ body: (Receiver) async throws -> Value
  ) async throws -> Value {
    let receiver = try await Receiver(location: location, answer: answer)
    do {
      let value = try await body(receiver)
      try await receiver.channel.close()
      return value
    } catch {
      try await receiver.channel.close()
      throw error
    }
  }

  private init(location: String, answer: @escaping @Sendable (Message) -> Int) async throws {
    let (stream, continuation) = AsyncStream<Message>.makeStream()
    messages = stream
    channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          try channel.pipeline.syncOperations.addHandler(
            Handler(location: location) { message in
              continuation.yield(message)
              return answer(message)
            })
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    port = channel.localAddress?.port ?? 0
  }

  /// The next so many messages.
  func next(_ count: Int = 1) async -> [Message] {
    var received: [Message] = []
    for await message in messages {
      received.append(message)
      if received.count == count { break }
    }
    return received
  }

  private final class Handler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart
    private let location: String
    private let answer: (Message) -> Int
    private var message: Message?

    init(location: String, answer: @escaping (Message) -> Int) {
      self.location = location
      self.answer = answer
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      switch unwrapInboundIn(data) {
      case .head(let head):
        let headers = Dictionary(head.headers.map { ($0.name.lowercased(), $0.value) }) { first, _ in first }
        message = Message(method: head.method.rawValue, uri: head.uri, headers: headers, body: "")
      case .body(let buffer): message?.body += String(buffer: buffer)
      case .end:
        guard let message else { return }
        let status = answer(message)
        var headers = HTTPHeaders([("Content-Length", "0")])
        if status == 302 || status == 307 { headers.add(name: "Location", value: location) }
        let head = HTTPResponseHead(
          version: .http1_1, status: .init(statusCode: status), headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
      }
    }
  }
}
