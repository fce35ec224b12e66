import AsyncHTTPClient
import BBBAPI
import NIOCore
import NIOHTTP1
import Synchronization
import Testing

@testable import BBBClient

/// An exchange that answers what it was told and keeps what it was asked.
private final class StubExchange: HTTPExchange {
  let asked = Mutex<[HTTPClientRequest]>([])
  let answer: @Sendable () throws -> HTTPClientResponse

  init(_ answer: @escaping @Sendable () throws -> HTTPClientResponse) { self.answer = answer }

  func execute(_ request: HTTPClientRequest) async throws -> HTTPClientResponse {
    asked.withLock { $0.append(request) }
    return try answer()
  }
}

@Suite struct APIClientTests {
  private func client(_ exchange: any HTTPExchange, _ algorithm: ChecksumAlgorithm = .sha1) throws
    -> APIClient
  {
    APIClient(
      base: try APIBase(parsing: "http://h/bigbluebutton"), secret: SharedSecret("demo-secret"),
      algorithm: algorithm,
      userAgent: "test/1", exchange: exchange)
  }

  @Test(arguments: [
    (ChecksumAlgorithm.sha1, "33159096ad2a3e6c97eaf2b71960a955bf6c99a4"),
    (.sha256, "329f2900da97eaf237ff4281815f8e43347514be6c890f1eac34365072ead559"),
  ])
  func `requests are signed with the published vectors`(_ algorithm: ChecksumAlgorithm, _ checksum: String)
    async throws
  {
    let exchange = StubExchange { HTTPClientResponse() }
    _ = try await client(exchange, algorithm).reply(to: APIRequest(.getMeetings))
    let request = try #require(exchange.asked.withLock { $0.first })
    #expect(request.url == "http://h/bigbluebutton/api/getMeetings?checksum=\(checksum)")
    #expect(request.method == .GET)
    #expect(request.headers.first(name: "User-Agent") == "test/1")
  }

  @Test func `the checksum stands before the parameters`() async throws {
    let exchange = StubExchange { HTTPClientResponse() }
    _ = try await client(exchange).reply(to: APIRequest(.getRecordings, [Metadatum("state", "published")]))
    let url = try #require(exchange.asked.withLock { $0.first?.url })
    #expect(
      url.wholeMatch(
        of: /http:\/\/h\/bigbluebutton\/api\/getRecordings\?checksum=[0-9a-f]{40}&state=published/) != nil)
  }

  @Test(arguments: [
    (301, CallFailure.redirect(status: 301)), (401, .status(401)), (404, .status(404)), (503, .status(503)),
  ])
  func `a status other than 2xx is a failure`(_ status: Int, _ failure: CallFailure) async throws {
    let client = try client(
      StubExchange { HTTPClientResponse(status: HTTPResponseStatus(statusCode: status)) })
    await #expect(throws: failure) { try await client.reply(to: APIRequest(.getMeetings)) }
  }

  @Test func `errors of the transport become failures`() async throws {
    for (error, failure) in [
      (
        HTTPClientError.remoteConnectionClosed as any Error,
        CallFailure.connection(reason: "closed by the server")
      ),
      (HTTPClientError.cancelled, .late), (CancellationError(), .late),
      (IOError(errnoCode: 111, reason: "connect"), .refused),
    ] {
      let client = try client(StubExchange { throw error })
      await #expect(throws: failure) { try await client.reply(to: APIRequest(.getMeetings)) }
    }
  }

  @Test func `the body comes in its chunks, and an error of the reader ends it`() async throws {
    let chunks = AsyncStream<ByteBuffer> { continuation in
      for text in ["ab", "c", ""] { continuation.yield(ByteBuffer(string: text)) }
      continuation.finish()
    }
    let client = try client(StubExchange { HTTPClientResponse(body: .stream(chunks)) })
    let reply = try await client.reply(to: APIRequest(.getMeetings))
    var sizes: [Int] = []
    try await reply.forEachChunk { sizes.append($0.byteCount) }
    #expect(sizes == [2, 1, 0])
    let again = try await client.reply(to: APIRequest(.getMeetings))
    await #expect(throws: CallFailure.webPage) {
      try await again.forEachChunk { _ throws(CallFailure) in throw .webPage }
      throw CallFailure.webPage
    }
  }

  @Test func `nothing that describes the client shows the secret`() throws {
    let client = try client(StubExchange { HTTPClientResponse() })
    var dumped = ""
    dump(client, to: &dumped)
    #expect(!"\(client)".contains("demo-secret") && !dumped.contains("demo-secret"))
    #expect(
      client.redactedURL(of: APIRequest(.getMeetings))
        == "http://h/bigbluebutton/api/getMeetings?checksum=(redacted)")
  }
}
