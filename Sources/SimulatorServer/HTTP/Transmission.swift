import NIOCore
import SimulatorCore

/// How an answer goes out: pieces, pauses, and what becomes of the connection. Every fault of the wire is one of these.
///
/// A value that is asked for one step after another, so that no more of a large body is copied than the client takes.
struct Transmission {
  /// What to do next.
  enum Step {
    case write(ByteBuffer)
    case pause(Duration)
    case finish(Ending)
  }

  /// What becomes of the connection.
  enum Ending: Equatable {
    /// It stays open for the next request.
    case open
    /// It is closed when everything has been sent.
    case close
    /// It is reset at once.
    case reset
    /// It stays open, and nothing more is said.
    case never
  }

  /// The largest part of a body that one buffer holds: a small answer is one buffer, a large one never more.
  static let largestPiece = 128 << 10

  /// What is left of the head.
  private var head: ByteBuffer
  /// The pause behind each line of the head; nil sends it in one.
  private var lineGap: Duration?
  /// What is left of the body, or of whatever else follows the head.
  private var body: ArraySlice<UInt8>
  private var pieceSize = Self.largestPiece
  /// The pause behind each piece of the body.
  private var pieceGap: Duration?
  /// What follows the body again and again.
  private var refrain: [UInt8] = []
  private var ending: Ending
  private var pause: Duration?

  private init(head: ByteBuffer = ByteBuffer(), body: ArraySlice<UInt8> = [], _ ending: Ending) {
    self.head = head
    self.body = body
    self.ending = ending
  }

  /// The next step; after `finish` there is none.
  mutating func next() -> Step {
    if let pause {
      self.pause = nil
      return .pause(pause)
    }
    if lineGap != nil, let line = head.readLine() {
      pause = lineGap
      return .write(line)
    }
    if body.isEmpty { body = refrain[...] }
    guard head.readableBytes + body.count > 0 else { return .finish(ending) }
    return .write(piece())
  }

  /// What is left of the head, and as much of the body as goes with it.
  private mutating func piece() -> ByteBuffer {
    let bytes = body.prefix(pieceSize)
    body = body.dropFirst(bytes.count)
    if !body.isEmpty { pause = pieceGap }
    var buffer = head
    head = ByteBuffer()
    buffer.writeBytes(bytes)
    return buffer
  }
}

extension Transmission {
  /// The answer as its delivery says; `isLast` closes the connection behind it.
  init(_ reply: APIReply, isLast: Bool) {
    switch reply.delivery {
    case .whole: self = .whole(reply, isLast: isLast)
    case .reset: self.init(.reset)
    case .closed: self.init(.close)
    case .never: self.init(.never)
    case .truncated(let bytes, let isChunked): self = .truncated(reply, after: bytes, isChunked: isChunked)
    case .dripped(let bytes, let interval):
      self = .whole(reply, isLast: isLast)
      pieceSize = bytes
      pieceGap = interval
    case .slowHead(let interval):
      self = .whole(reply, isLast: true)
      lineGap = interval
    case .misstated(let length):
      self.init(head: .head(of: reply, .length(length), isLast: isLast), body: reply.body[...], isLast)
    case .duplicated: self = .duplicated(reply, isLast: isLast)
    case .endless:
      self.init(head: .head(of: reply, .chunked), body: Self.chunk(of: reply.body)[...], .close)
      refrain = Self.chunk(of: APIReply.continuation)
    }
  }

  /// The head of the answer to a HEAD request.
  init(headOf reply: APIReply, isLast: Bool) {
    self.init(head: .head(of: reply, .length(reply.body.count), isLast: isLast), isLast ? .close : .open)
  }

  private init(head: ByteBuffer, body: ArraySlice<UInt8>, _ isLast: Bool) {
    self.init(head: head, body: body, isLast ? .close : .open)
  }

  private static func whole(_ reply: APIReply, isLast: Bool) -> Transmission {
    let head = ByteBuffer.head(
      of: reply, .length(reply.body.count), isLast: isLast, reserving: min(reply.body.count, largestPiece))
    return Transmission(head: head, body: reply.body[...], isLast)
  }

  /// Without `Connection: close`: a server that dies does not announce it.
  private static func truncated(_ reply: APIReply, after bytes: Int, isChunked: Bool) -> Transmission {
    guard isChunked, bytes < reply.body.count else {
      let head = ByteBuffer.head(of: reply, .length(reply.body.count))
      return Transmission(head: head, body: reply.body.prefix(bytes), .close)
    }
    let cut = chunk(of: reply.body).dropLast(reply.body.count - bytes + 2)
    return Transmission(head: .head(of: reply, .chunked), body: cut, .close)
  }

  private static func duplicated(_ reply: APIReply, isLast: Bool) -> Transmission {
    let head = ByteBuffer.head(of: reply, .length(reply.body.count), isLast: isLast)
    return Transmission(head: head, body: (reply.body + head.readableBytesView + reply.body)[...], isLast)
  }

  /// The bytes as one chunk of a chunked body.
  private static func chunk(of bytes: [UInt8]) -> [UInt8] {
    Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + Array("\r\n".utf8)
  }
}

extension ByteBuffer {
  fileprivate static func head(
    of reply: APIReply, _ framing: WireHead.Framing, isLast: Bool = false, reserving bytes: Int = 0
  ) -> ByteBuffer {
    var buffer = ByteBufferAllocator().buffer(capacity: WireHead.usualSize + bytes)
    WireHead(reply: reply, framing: framing, isLast: isLast).write(to: &buffer)
    return buffer
  }

  /// Takes everything up to and including the next line feed.
  fileprivate mutating func readLine() -> ByteBuffer? {
    let length = readableBytesView.firstIndex(of: UInt8(ascii: "\n")).map { $0 - readerIndex + 1 }
    return length.flatMap { readSlice(length: $0) }
  }
}
