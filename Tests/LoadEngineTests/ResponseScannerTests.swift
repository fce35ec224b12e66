import Determinism
import Testing

@testable import LoadEngine

@Suite struct ResponseScannerTests {
  private static let head = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n"

  static let responses: [(String, status: Int, keepsAlive: Bool, opening: String)] = [
    ("\(head)Content-Length: 5\r\n\r\nhello", 200, true, "hello"),
    ("\(head)content-LENGTH:5\r\nContent-Length:  5 \r\n\r\nhello", 200, true, "hello"),
    ("\(head)Content-Length: 0\r\n\r\n", 200, true, ""),
    ("\(head)Content-Length: 2\r\nConnection: close\r\n\r\nhi", 200, false, "hi"),
    ("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nhi", 200, false, "hi"),
    ("HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 2\r\n\r\nhi", 200, true, "hi"),
    (
      "\(head)Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nA;x=y\r\n, everyone\r\n0\r\n\r\n", 200, true,
      "hello, everyone"
    ),
    ("\(head)Transfer-Encoding: gzip, chunked\r\n\r\n0\r\nTrailer: 1\r\n\r\n", 200, true, ""),
    ("HTTP/1.1 204 No Content\r\n\r\n", 204, true, ""),
    ("HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n", 304, true, ""),
    ("HTTP/1.1 503\r\nContent-Length: 1\r\n\r\nx", 503, true, "x"),
    ("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\nContent-Length: 1\n\nx", 200, true, "x"),
    (
      "\(head)Content-Length: 1000\r\n\r\n" + String(repeating: "y", count: 1000), 200, true,
      String(repeating: "y", count: 256)
    ),
  ]

  private func feed(_ chunks: [[UInt8]]) throws -> [ResponseScanner.Response] {
    var scanner = ResponseScanner()
    return try chunks.compactMap { try scanner.feed($0.span) }
  }

  @Test(arguments: responses)
  func `the end of a response is found`(_ text: String, _ status: Int, _ keepsAlive: Bool, _ opening: String)
    throws
  {
    let expected = ResponseScanner.Response(
      status: status, keepsAlive: keepsAlive, opening: Array(opening.utf8))
    #expect(try feed([Array(text.utf8)]) == [expected])
  }

  @Test(arguments: responses)
  func `any chunking gives the same`(_ text: String, _ status: Int, _ keepsAlive: Bool, _ opening: String)
    throws
  {
    let expected = ResponseScanner.Response(
      status: status, keepsAlive: keepsAlive, opening: Array(opening.utf8))
    var stream = StreamKey(seed: 8).child(text).stream
    for size in [1, 2, 3, 7, 20] {
      var rest = Array(text.utf8)[...]
      var chunks: [[UInt8]] = []
      while !rest.isEmpty {
        let count = size == 20 ? 1 + stream.nextInteger(below: 20) : size
        chunks.append(Array(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
      #expect(try feed(chunks) == [expected], "chunks of \(size)")
    }
  }

  @Test(arguments: responses)
  func `a response cut short is none yet, and the next one is read from its start`(
    _ text: String, _ status: Int, _ keepsAlive: Bool, _ opening: String
  ) throws {
    let bytes = Array(text.utf8)
    #expect(try feed([Array(bytes.dropLast())]).isEmpty)
    #expect(try feed([bytes, bytes]).count == 2)
  }

  @Test func `without a length the body ends with the connection`() throws {
    var scanner = ResponseScanner()
    #expect(scanner.close() == nil)
    #expect(try scanner.feed(Array("HTTP/1.1 200 OK\r\n\r\nabc".utf8).span) == nil)
    #expect(
      scanner.close() == ResponseScanner.Response(status: 200, keepsAlive: false, opening: Array("abc".utf8)))
    #expect(scanner.close() == nil)
  }

  @Test(arguments: [
    "SSH-2.0-OpenSSH_9.2\r\n", "HTTP/2 200\r\n", "HTTP/1.1 abc OK\r\n", "HTTP/1.1 099 X\r\n",
    "HTTP/1.1 600 X\r\n", "\r\n",
    "HTTP/1.1 200 OK\r\nno colon\r\n", "HTTP/1.1 200 OK\r\nContent-Length: x\r\n",
    "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n",
    "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n",
    "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n",
    "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nab",
    String(repeating: "x", count: 70_000),
  ])
  func `what is no response is refused`(_ text: String) {
    #expect(throws: ResponseScanner.Malformed.self) { try feed([Array(text.utf8)]) }
  }

  @Test func `headers without end are refused`() {
    var scanner = ResponseScanner()
    #expect(throws: ResponseScanner.Malformed.self) {
      _ = try scanner.feed(Array("HTTP/1.1 200 OK\r\n".utf8).span)
      for _ in 0..<10_000 { _ = try scanner.feed(Array("Header: value\r\n".utf8).span) }
    }
  }

  @Test(arguments: [
    (200, "<response><returncode>SUCCESS</returncode>", true, FailureKind?.none), (299, "", true, nil),
    (200, "<response>\n<returncode>FAILED</returncode>", true, .failed),
    (200, "<returncode>FAILED", false, nil),
    (302, "", true, .status), (404, "<returncode>FAILED", true, .status), (500, "", false, .status),
  ])
  func `status and returncode tell a good answer`(
    _ status: Int, _ opening: String, _ speaksBBB: Bool, _ failure: FailureKind?
  ) {
    let response = ResponseScanner.Response(status: status, opening: Array(opening.utf8))
    #expect(response.failure(speaksBBB: speaksBBB) == failure)
  }
}
