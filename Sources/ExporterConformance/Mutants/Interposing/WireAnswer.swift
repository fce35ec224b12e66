import NIOHTTP1

/// An answer as it goes over the wire: bytes and pauses, and how the connection ends.
struct WireAnswer: Sendable {
  enum Piece: Sendable {
    case bytes([UInt8])
    case pause(Duration)
  }

  var pieces: [Piece]
  /// Whether the connection is reset at the end (RST) and not closed (FIN).
  var isReset = false

  /// Nothing but these bytes.
  init(_ bytes: [UInt8] = []) {
    pieces = bytes.isEmpty ? [] : [.bytes(bytes)]
  }

  /// An answer by the rules of HTTP/1.1, after which the connection is closed.
  init(_ answer: HTTPAnswer) {
    self.init(answer.head(["Content-Length": "\(answer.body.count)"]) + answer.body)
  }
}

/// An answer of HTTP, complete.
struct HTTPAnswer: Sendable {
  var status: Int
  var headers = HTTPHeaders()
  var body: [UInt8]

  /// What tells of the way the bytes went and not of the answer.
  private static let hopByHop = ["Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive"]

  /// The bytes before the body, with these headers about it.
  func head(_ framing: [String: String]) -> [UInt8] {
    var headers = headers
    for name in Self.hopByHop { headers.remove(name: name) }
    for (name, value) in framing.sorted(by: { $0.key < $1.key }) { headers.add(name: name, value: value) }
    headers.add(name: "Connection", value: "close")
    let lines =
      ["HTTP/1.1 \(status) \(HTTPResponseStatus(statusCode: status).reasonPhrase)"]
      + headers.map { "\($0.name): \($0.value)" }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }
}
