import NIOCore
import NIOPosix

/// A client that asks for the page and goes away before it has read it.
struct LeavingClient: Sendable {
  let port: Int

  /// When it goes.
  enum Moment: Sendable {
    /// As soon as it has asked.
    case beforeTheAnswer
    /// With the first bytes of the answer.
    case inTheAnswer
  }

  /// Asks and leaves; with the first bytes at the latest after `limit`.
  func come(leaving moment: Moment, limit: Duration) async {
    await withTaskGroup(of: Void.self) { group in
      // Who leaves does not mind how it ends.
      group.addTask { try? await ask(leaving: moment) }
      group.addTask { try? await Task.sleep(for: limit) }
      await group.next()
      group.cancelAll()
    }
  }

  private func ask(leaving moment: Moment) async throws {
    let client = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .connectTimeout(.seconds(5))
      .connect(host: LoopbackPort.host, port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    try await client.executeThenClose { inbound, outbound in
      try await outbound.write(Self.request)
      guard moment == .inTheAnswer else { return }
      for try await _ in inbound { break }
    }
  }

  private static let request = ByteBuffer(
    string: "GET /metrics HTTP/1.1\r\nHost: \(LoopbackPort.host)\r\nUser-Agent: bbb-conformance\r\n\r\n")
}
