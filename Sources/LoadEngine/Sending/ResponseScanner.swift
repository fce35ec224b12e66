/// Finds where an HTTP/1.1 response to a GET ends, and keeps the little of it that tells whether it is good.
///
/// Bodies are counted, not kept: load has no use for them but for their first bytes.
/// - Source: RFC 9112 §6.3, how long a message is.
struct ResponseScanner: Sendable {
  /// What a response was.
  struct Response: Sendable, Equatable {
    /// From 200 to 599.
    var status = 0
    /// Whether the connection may carry another request.
    var keepsAlive = true
    /// The first bytes of the body, at most ``openingLength``.
    var opening: [UInt8] = []
  }

  /// The bytes aren't those of a response.
  struct Malformed: Error, Equatable {}

  private enum Stage: Sendable, Equatable {
    case statusLine
    case headers
    case body(left: Int)
    case bodyUntilClose
    case chunkSize
    case chunk(left: Int)
    case chunkEnd
    case trailers
    case complete
  }

  private static let openingLength = 256
  private static let longestHead = 65_536

  private var stage = Stage.statusLine
  private var line: [UInt8] = []
  private var headLength = 0
  private var contentLength: Int?
  private var isChunked = false
  private var response = Response()

  /// Takes the next bytes.
  ///
  /// - Returns: the response if its end is among them; nil while it isn't.
  /// - Throws: when they are no response, or go on behind its end.
  mutating func feed(_ bytes: Span<UInt8>) throws(Malformed) -> Response? {
    var position = 0
    while position < bytes.count, stage != .complete {
      switch stage {
      case .body(let left):
        position = take(bytes, from: position, left) { $0 == 0 ? .complete : .body(left: $0) }
      case .chunk(let left):
        position = take(bytes, from: position, left) { $0 == 0 ? .chunkEnd : .chunk(left: $0) }
      case .bodyUntilClose: position = take(bytes, from: position, .max) { _ in .bodyUntilClose }
      default: position = try takeLine(bytes, from: position)
      }
    }
    guard stage == .complete else { return nil }
    guard position == bytes.count else { throw Malformed() }
    return finish()
  }

  /// The connection was closed by the other side.
  ///
  /// - Returns: the response if that was its end; nil if it had none yet.
  mutating func close() -> Response? { stage == .bodyUntilClose ? finish() : nil }

  private mutating func finish() -> Response {
    defer { self = ResponseScanner() }
    return response
  }

  private mutating func take(
    _ bytes: Span<UInt8>, from position: Int, _ wanted: Int, next: (Int) -> Stage
  ) -> Int {
    let count = min(wanted, bytes.count - position)
    for index in position..<(position + min(count, Self.openingLength - response.opening.count)) {
      response.opening.append(bytes[index])
    }
    stage = next(wanted - count)
    return position + count
  }

  private mutating func takeLine(_ bytes: Span<UInt8>, from position: Int) throws(Malformed) -> Int {
    for index in position..<bytes.count {
      guard bytes[index] == Self.lineFeed else {
        line.append(bytes[index])
        continue
      }
      headLength += line.count
      guard headLength <= Self.longestHead else { throw Malformed() }
      if line.last == Self.carriageReturn { line.removeLast() }
      try endLine()
      line.removeAll(keepingCapacity: true)
      return index + 1
    }
    guard headLength + line.count <= Self.longestHead else { throw Malformed() }
    return bytes.count
  }

  private mutating func endLine() throws(Malformed) {
    switch stage {
    case .statusLine: try readStatusLine()
    case .headers: line.isEmpty ? endHead() : try readHeader()
    case .chunkSize: try readChunkSize()
    case .chunkEnd:
      guard line.isEmpty else { throw Malformed() }
      stage = .chunkSize
      headLength = 0
    case .trailers: if line.isEmpty { stage = .complete }
    case .body, .bodyUntilClose, .chunk, .complete: preconditionFailure("a line in stage \(stage)")
    }
  }
}

extension ResponseScanner {
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// `HTTP/1.1 200 OK`; a server of HTTP/1.0 closes.
  private mutating func readStatusLine() throws(Malformed) {
    guard line.count >= 12, line.starts(with: "HTTP/1.".utf8), line[8] == UInt8(ascii: " ") else {
      throw Malformed()
    }
    guard let status = Int(String(decoding: line[9..<12], as: UTF8.self)), (100...599).contains(status) else {
      throw Malformed()
    }
    response.status = status
    response.keepsAlive = line[7] != UInt8(ascii: "0")
    stage = .headers
  }

  private mutating func readHeader() throws(Malformed) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw Malformed() }
    // Only names of these lengths matter; the others are passed over without a look.
    switch colon {
    case 10 where isName("connection"):
      let value = value(behind: colon)
      if value.contains("close") { response.keepsAlive = false }
      if value.contains("keep-alive") { response.keepsAlive = true }
    case 14 where isName("content-length"):
      guard let length = Int(value(behind: colon)), length >= 0,
        contentLength == nil || contentLength == length
      else { throw Malformed() }
      contentLength = length
    case 17 where isName("transfer-encoding"): isChunked = value(behind: colon).hasSuffix("chunked")
    default: break
    }
  }

  private func isName(_ name: StaticString) -> Bool {
    zip(line, name.description.utf8).allSatisfy { $0 | 0x20 == $1 }
  }

  private func value(behind colon: Int) -> String {
    let value = line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
    let end = value.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? value.startIndex
    return String(decoding: value[value.startIndex..<end], as: UTF8.self).lowercased()
  }

  private mutating func endHead() {
    switch response.status {
    case 100..<200: self = ResponseScanner(line: line)
    case 204, 304: stage = .complete
    case _ where isChunked: (stage, headLength) = (.chunkSize, 0)
    default: stage = contentLength.map { $0 == 0 ? .complete : .body(left: $0) } ?? .bodyUntilClose
    }
    if stage == .bodyUntilClose { response.keepsAlive = false }
  }

  /// A hexadecimal number, perhaps with an extension behind `;`.
  private mutating func readChunkSize() throws(Malformed) {
    let digits = line.prefix { $0 != UInt8(ascii: ";") && $0 != 0x20 }
    guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0 else {
      throw Malformed()
    }
    stage = size == 0 ? .trailers : .chunk(left: size)
  }

  /// A fresh scanner that keeps the memory of its line; for what follows a response that isn't final.
  private init(line: [UInt8]) {
    self.init()
    self.line = line
  }
}

extension ResponseScanner.Response {
  /// What is wrong with the answer; nil when it is good.
  ///
  /// BBB says FAILED in a body of status 200, within its first words; spacing is its template's (facts §0).
  func failure(speaksBBB: Bool) -> FailureKind? {
    guard (200..<300).contains(status) else { return .status }
    return speaksBBB && opening.contains(Self.failed) ? .failed : nil
  }

  private static let failed = Array("<returncode>FAILED".utf8)
}
