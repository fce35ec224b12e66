import Glibc
import NIOCore

/// An answer as no decent server gives it.
struct OddReply: Sendable {
  let start: [UInt8]
  let rest: Rest

  /// What comes after the start.
  enum Rest: Sendable {
    /// Nothing, and the connection is closed.
    case close
    /// Nothing, and the connection is torn down.
    case reset
    /// Nothing, and the connection stays.
    case open
    /// Piece after piece, for as long as somebody listens.
    case endless(@Sendable (Int) -> String)
    /// Byte after byte, each a while after the other.
    case drip(String)
  }

  /// Sends it as fast as it is taken.
  func send(on channel: any Channel) {
    let started = channel.writeAndFlush(ByteBuffer(bytes: start))
    switch rest {
    case .open: break
    case .close: started.whenComplete { _ in channel.close(promise: nil) }
    case .reset: started.whenComplete { _ in Self.reset(channel) }
    case .endless(let piece): started.whenSuccess { Self.send(piece, from: 0, on: channel) }
    case .drip(let text): Self.drip(Array(text.utf8)[...], on: channel)
    }
  }

  /// With no time to linger, closing is a reset.
  private static func reset(_ channel: any Channel) {
    let provider = channel as? any SocketOptionProvider
    _ = provider?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).always { _ in channel.close(promise: nil) }
  }

  /// Ends by itself when the other side has gone: then a write fails.
  private static func send(
    _ piece: @escaping @Sendable (Int) -> String, from index: Int, on channel: any Channel
  ) {
    var buffer = ByteBuffer()
    var next = index
    while buffer.readableBytes < 64 << 10 {
      buffer.writeString(piece(next))
      next += 1
    }
    let (sent, following) = (channel.writeAndFlush(buffer), next)
    sent.whenSuccess { channel.eventLoop.execute { send(piece, from: following, on: channel) } }
  }

  private static func drip(_ bytes: ArraySlice<UInt8>, on channel: any Channel) {
    guard let first = bytes.first, channel.isActive else { return }
    channel.writeAndFlush(ByteBuffer(bytes: [first]), promise: nil)
    channel.eventLoop.scheduleTask(in: .milliseconds(20)) { drip(bytes.dropFirst(), on: channel) }
  }
}

extension FakeReply {
  /// A body of these bytes, well delivered.
  static func body(_ bytes: [UInt8], headers: String = "") -> FakeReply {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\(headers)Content-Length: \(bytes.count)\r\n\r\n"
    return .odd(OddReply(start: Array(head.utf8) + bytes, rest: .open))
  }

  /// Text as it is, and what comes after it.
  static func odd(_ start: String, _ rest: OddReply.Rest) -> FakeReply {
    .odd(OddReply(start: Array(start.utf8), rest: rest))
  }

  /// A good head, the start of a body without end, and its pieces.
  static func endless(_ start: String, _ piece: @escaping @Sendable (Int) -> String) -> FakeReply {
    .odd("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n" + start, .endless(piece))
  }
}
