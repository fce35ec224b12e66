import Glibc
import NIOCore
import NIOPosix
import SimulatorServer

/// A connection on which a test says what it likes, byte by byte.
final class Conversation {
  private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
  private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
  private var received: [UInt8] = []

  private init(
    _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
  ) {
    self.inbound = inbound.makeAsyncIterator()
    self.outbound = outbound
  }

  /// Connects, and closes when `body` is through.
  static func hold<Result>(
    with endpoint: Endpoint, _ body: (Conversation) async throws -> Result
  ) async throws -> Result {
    let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .connect(host: endpoint.host, port: endpoint.port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
            wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
        }
      }
    return try await channel.executeThenClose { inbound, outbound in
      try await body(Conversation(inbound, outbound))
    }
  }

  /// Asks for one thing on a connection of its own.
  static func get(_ target: String, from endpoint: Endpoint) async throws -> WireAnswer {
    try await hold(with: endpoint) { try await $0.get(target) }
  }

  /// Sends text as it is.
  func send(_ text: String) async throws { try await outbound.write(ByteBuffer(string: text)) }

  /// Sends bytes as they are.
  func send(_ bytes: [UInt8]) async throws { try await outbound.write(ByteBuffer(bytes: bytes)) }

  /// Asks for something and waits for the answer.
  func get(_ target: String, method: String = "GET", headers: String = "", body: String = "") async throws
    -> WireAnswer
  {
    let length = body.isEmpty ? "" : "Content-Length: \(body.utf8.count)\r\n"
    try await send("\(method) \(target) HTTP/1.1\r\nHost: bbb.test\r\n\(headers)\(length)\r\n\(body)")
    return try await answer(hasBody: method != "HEAD")
  }

  /// Says that nothing more will be sent.
  func finish() { outbound.finish() }

  /// The next answer, as long as its head says.
  func answer(hasBody: Bool = true) async throws -> WireAnswer {
    while true {
      if let head = WireAnswer(head: received) {
        let length = hasBody ? head.contentLength : 0
        while received.count < head.headLength + length { try await more() }
        let answer = head.with(body: received[head.headLength..<head.headLength + length])
        received.removeFirst(head.headLength + length)
        return answer
      }
      try await more()
    }
  }

  /// All that comes until the server closes.
  func rest() async throws -> [UInt8] {
    while let bytes = try await next() { received += bytes }
    defer { received = [] }
    return received
  }

  /// All that comes until the server closes or resets the connection.
  func restOrReset() async throws -> (bytes: [UInt8], isReset: Bool) {
    do {
      while let bytes = try await next() { received += bytes }
      return (received, false)
    } catch let error as IOError where error.errnoCode == ECONNRESET {
      return (received, true)
    }
  }

  /// At least so many bytes of what comes next, and everything with them.
  func bytes(_ count: Int) async throws -> [UInt8] {
    while received.count < count { try await more() }
    defer { received = [] }
    return received
  }

  private func more() async throws {
    guard let bytes = try await next() else { throw ConversationEnded(received: received.count) }
    received += bytes
  }

  private func next() async throws -> [UInt8]? {
    try await inbound.next(isolation: #isolation).map { Array($0.readableBytesView) }
  }
}

/// The server closed before the answer was complete.
struct ConversationEnded: Error, Equatable {
  let received: Int
}
