import NIOCore
import NIOHTTP1
import SimulatorCore

/// The status line and the headers of an answer.
///
/// Written here and not by the codec: an answer that is right costs one buffer then, and one that is wrong can be as
/// wrong as it should be.
struct WireHead {
  /// How the caller learns where the body ends.
  enum Framing {
    case length(Int)
    case chunked
  }

  let reply: APIReply
  let framing: Framing
  /// Whether the connection ends with this answer.
  let isLast: Bool

  /// About what a head takes, to set aside.
  static let usualSize = 256

  /// Writes all of it, the blank line included.
  func write(to buffer: inout ByteBuffer) {
    writeStatus(to: &buffer)
    // As nginx does that stands before BBB.
    if let instant = reply.instant { write("Date", DateText.of(instant), to: &buffer) }
    for header in reply.headers where Self.isSafe(header) { write(header.name, header.value, to: &buffer) }
    switch framing {
    case .length(let bytes): write("Content-Length", String(bytes), to: &buffer)
    case .chunked: write("Transfer-Encoding", "chunked", to: &buffer)
    }
    if isLast { write("Connection", "close", to: &buffer) }
    buffer.writeStaticString("\r\n")
  }

  private func writeStatus(to buffer: inout ByteBuffer) {
    guard reply.status != 200 else { return _ = buffer.writeStaticString("HTTP/1.1 200 OK\r\n") }
    let status = HTTPResponseStatus(statusCode: reply.status)
    buffer.writeString("HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\n")
  }

  private func write(_ name: String, _ value: String, to buffer: inout ByteBuffer) {
    buffer.writeString(name)
    buffer.writeStaticString(": ")
    buffer.writeString(value)
    buffer.writeStaticString("\r\n")
  }

  /// Nothing that came from a caller may end a line.
  private static func isSafe(_ header: APIReply.Header) -> Bool {
    header.name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: ":") } && !header.name.isEmpty
      && header.value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f || $0 == 0x09 }
  }
}
