import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// What the fake server does with a request.
enum FakeReply: Sendable {
  /// A whole answer; the connection stays open.
  case answer(status: String = "200 OK", contentType: String = "text/xml;charset=utf-8", body: String)
  /// Bytes as they are; then the connection is closed, or nothing more comes.
  case bytes(String, thenClose: Bool)
  /// Nothing, until the test releases the request.
  case silence
  /// What no decent server does.
  case odd(OddReply)

  static func xml(_ inner: String) -> FakeReply { .answer(body: "<response>\n\(inner)\n</response>") }

  static let noMeetings = xml("<returncode>SUCCESS</returncode>\n<meetings/>")
  static let noRecordings = xml("<returncode>SUCCESS</returncode>\n<recordings></recordings>")
  static let checksumError = xml(
    "<returncode>FAILED</returncode>\n<messageKey>checksumError</messageKey>\n<message>Checksums do not match</message>"
  )

  /// As many recordings listed, and the total that BBB says of a page from 2.6.
  static func recordings(_ count: Int, total: Int? = nil) -> FakeReply {
    let entries = String(repeating: "<recording><recordID>r</recordID></recording>", count: count)
    let sum = total.map { "<totalElements>\($0)</totalElements>" } ?? ""
    return xml("<returncode>SUCCESS</returncode>\n<recordings>\(entries)</recordings>\(sum)")
  }

  var wire: (bytes: String, thenClose: Bool)? {
    switch self {
    case .answer(let status, let type, let body):
      let head = "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
      return (head + body, false)
    case .bytes(let bytes, let thenClose): return (bytes, thenClose)
    case .silence, .odd: return nil
    }
  }
}

/// A server that answers canned bytes over real connections and notes what it was asked.
final class FakeBBB: Sendable {
  private struct Storage {
    var replies: [(isMeant: @Sendable (String) -> Bool, reply: FakeReply)] = []
    var targets: [String] = []
    var accepted: [any Channel] = []
    var held: [(target: String, channel: any Channel)] = []
    var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
  }

  private let storage = Mutex(Storage())

  /// Sets the reply to requests whose target contains a text; of several, the one set last wins.
  func reply(to fragment: String, _ reply: FakeReply) {
    self.reply(where: { $0.contains(fragment) }, reply)
  }

  /// Sets the reply to requests whose target, a pure function says, is meant.
  func reply(where isMeant: @escaping @Sendable (String) -> Bool, _ reply: FakeReply) {
    storage.withLock { $0.replies.append((isMeant, reply)) }
  }

  /// The targets of all requests in the order of their arrival.
  var targets: [String] { storage.withLock { $0.targets } }
  /// How many connections were accepted.
  var connections: Int { storage.withLock { $0.accepted.count } }

  /// Waits until every connection that was accepted so far has ended.
  func disconnections() async throws {
    for channel in storage.withLock({ $0.accepted }) { try await channel.closeFuture.get() }
  }

  /// Waits until that many requests have come in all.
  func requests(_ count: Int) async {
    await withCheckedContinuation { continuation in
      let isEnough = storage.withLock { storage in
        if storage.targets.count >= count { return true }
        storage.watchers.append((count, continuation))
        return false
      }
      if isEnough { continuation.resume() }
    }
  }

  /// Answers the requests that were met with silence, all or those whose target contains a text.
  func release(_ reply: FakeReply, to fragment: String = "/") {
    let held = storage.withLock { storage in
      defer { storage.held.removeAll { $0.target.contains(fragment) } }
      return storage.held.filter { $0.target.contains(fragment) }
    }
    guard let wire = reply.wire else { return }
    for (_, channel) in held { channel.writeAndFlush(ByteBuffer(string: wire.bytes), promise: nil) }
  }

  /// Listens on a free port; with a context, behind TLS.
  func start(host: String = "127.0.0.1", tls: NIOSSLContext? = nil) async throws -> any Channel {
    let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        self.storage.withLock { $0.accepted.append(channel) }
        return channel.eventLoop.makeCompletedFuture {
          if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
          try channel.pipeline.syncOperations.addHandler(RequestReader(server: self))
        }
      }
    return try await LoopbackPorts.bind { try await bootstrap.bind(host: host, port: $0).get() }
  }

  fileprivate func reply(to target: String, on channel: any Channel) -> FakeReply {
    let (reply, watchers) = storage.withLock { storage in
      storage.targets.append(target)
      let count = storage.targets.count
      let watchers = storage.watchers.filter { $0.count <= count }
      storage.watchers.removeAll { $0.count <= count }
      let match = storage.replies.last { $0.isMeant(target) }
      let reply = match?.reply ?? .answer(status: "404 Not Found", body: "")
      if case .silence = reply { storage.held.append((target, channel)) }
      return (reply, watchers.map(\.continuation))
    }
    for watcher in watchers { watcher.resume() }
    return reply
  }
}

private final class RequestReader: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let server: FakeBBB
  private var received = ""

  init(server: FakeBBB) { self.server = server }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let bytes = unwrapInboundIn(data)
    // The greeting of TLS: nobody waits for the end of a request here.
    if bytes.readableBytesView.first == 0x16 { return context.close(promise: nil) }
    received += String(buffer: bytes)
    guard received.hasSuffix("\r\n\r\n") else { return }
    let target = received.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    received = ""
    let reply = server.reply(to: target, on: context.channel)
    if case .odd(let odd) = reply { return odd.send(on: context.channel) }
    guard let wire = reply.wire else { return }
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: wire.bytes)), promise: nil)
    if wire.thenClose { context.close(promise: nil) }
  }
}
