import NIOHTTP1

/// How an answer comes over the wire when it does not come as it should.
enum Delivery: Sendable {
  /// All of it, so much later.
  case late(Duration)
  /// So many bytes at a time.
  case dripped(bytes: Int, every: Duration)
  /// Never.
  case never
  /// The first half of the body, then the end of the connection (FIN).
  case cutOff
  /// The first half of the body, then a reset (RST).
  case resetHalfway
  /// A reset in place of an answer, to the first so many requests.
  case refused(first: Int)
  /// The body is said to be longer, or shorter when negative, than it is.
  case misstatedLength(by: Int)
  /// A chunk whose length is no number.
  case malformedChunk
  /// Chunks, the last of which never comes.
  case unfinishedChunks
  /// The status line and a header without an end, up to so many bytes.
  case endlessHead(bytes: Int)
  /// A body of so many bytes of comments before the page.
  case padded(bytes: Int)
  /// Sent elsewhere for the page.
  case redirected(to: String)
  /// What is no HTTP at all.
  case nonsense
}

extension Delivery {
  /// What goes over the wire in place of the answer to the request of this number, from 0.
  func wire(_ answer: HTTPAnswer, number: Int) -> WireAnswer {
    var wire = WireAnswer(answer)
    switch self {
    case .late(let duration): wire.pieces.insert(.pause(duration), at: 0)
    case .never: wire.pieces = [.pause(.seconds(600))]
    case .nonsense: return WireAnswer(Array("bbb_meetings 2\n".utf8))
    case .refused(let first):
      if number < first { (wire.pieces, wire.isReset) = ([], true) }
    case .redirected(let place):
      return WireAnswer(HTTPAnswer(status: 302, headers: ["Location": place], body: []))
    default: return broken(answer)
    }
    return wire
  }

  /// Answers whose frame and body do not fit each other.
  private func broken(_ answer: HTTPAnswer) -> WireAnswer {
    let length = answer.body.count
    let half = Array(answer.body.prefix(length / 2))
    switch self {
    case .cutOff: return WireAnswer(answer.head(["Content-Length": "\(length)"]) + half)
    case .resetHalfway:
      var wire = WireAnswer(answer.head(["Content-Length": "\(length)"]) + half)
      wire.pieces.append(.pause(.milliseconds(50)))
      wire.isReset = true
      return wire
    case .misstatedLength(let difference):
      return WireAnswer(answer.head(["Content-Length": "\(length + difference)"]) + answer.body)
    case .malformedChunk: return chunked(answer, half, end: "no number\r\n")
    case .unfinishedChunks: return chunked(answer, answer.body, end: "")
    default: return drawnOut(answer)
    }
  }

  private func chunked(_ answer: HTTPAnswer, _ chunk: [UInt8], end: String) -> WireAnswer {
    let frame = Array("\(String(chunk.count, radix: 16))\r\n".utf8) + chunk + Array("\r\n\(end)".utf8)
    return WireAnswer(answer.head(["Transfer-Encoding": "chunked"]) + frame)
  }

  /// Answers that are long, or take long.
  private func drawnOut(_ answer: HTTPAnswer) -> WireAnswer {
    switch self {
    case .dripped(let count, let pause):
      var wire = WireAnswer(answer.head(["Content-Length": "\(answer.body.count)"]))
      for start in stride(from: 0, to: answer.body.count, by: count) {
        wire.pieces += [.bytes(Array(answer.body[start...].prefix(count))), .pause(pause)]
      }
      return wire
    case .endlessHead(let count):
      let filler = [UInt8](repeating: UInt8(ascii: "x"), count: count)
      return WireAnswer(Array("HTTP/1.1 200 OK\r\nX-Filler: ".utf8) + filler)
    case .padded(let count):
      var padded = answer
      let comment = Array("# nothing to see here\n".utf8)
      padded.body = Array(repeatElement(comment, count: count / comment.count).joined()) + answer.body
      return WireAnswer(padded)
    default: return WireAnswer(answer)
    }
  }
}
