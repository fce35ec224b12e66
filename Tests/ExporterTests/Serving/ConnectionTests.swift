import NIOCore
import NIOPosix
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct ConnectionTests {
  private func talk(_ web: WebBench, _ bytes: String) async throws -> String {
    try web.write(bytes, to: "request")
    return try await printed(
      "bash", ["-c", "exec 3<>/dev/tcp/127.0.0.1/\(web.port); cat \(web.folder)/request >&3; cat <&3"])
  }

  private func connect(_ web: WebBench) async throws -> any Channel {
    try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connect(host: "127.0.0.1", port: web.port).get()
  }

  /// A connection that has been answered and idles now, which it may for minutes.
  private func idleConnection(_ web: WebBench) async throws -> any Channel {
    let channel = try await connect(web)
    let answer = channel.eventLoop.makePromise(of: Void.self)
    let request = ByteBuffer(string: "GET /-/healthy HTTP/1.1\r\nHost: a\r\n\r\n")
    do {
      try await channel.pipeline.addHandler(FirstAnswer(came: answer))
      try await channel.writeAndFlush(request)
      try await answer.futureResult.get()
      return channel
    } catch {
      // On a machine that is slow enough, ten seconds passed before the request came through.
      answer.fail(error)
      return try await idleConnection(web)
    }
  }

  @Test func `a head without an end is refused`() async throws {
    try await withWebBench { web in
      let long = String(repeating: "X: \(String(repeating: "y", count: 1000))\r\n", count: 40)
      let uri = String(repeating: "u", count: 40_000)
      for head in ["GET / HTTP/1.1\r\nHost: a\r\n\(long)", "GET /\(uri) HTTP/1.1\r\nHost: a\r\n\r\n"] {
        let said = try await talk(web, head)
        #expect(said.contains("HTTP/1.1 4"), "\(said)")
      }
      #expect(try await web.status("/-/healthy") == "200")
    }
  }

  @Test func `a body that does not end is answered and hung up on`() async throws {
    try await withWebBench { web in
      let head = "GET /-/healthy HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\nsome"
      let said = try await talk(web, head)
      #expect(said.contains("HTTP/1.1 200 OK") && said.hasSuffix("OK\n"), "\(said)")
    }
  }

  @Test(arguments: ["", "Connection: keep-alive\r\n", "Connection: keep-alive\r\nConnection: x\r\n"])
  func `a client of HTTP 1.0 gets no chunks, and is hung up on after its answer`(headers: String) async throws
  {
    try await withWebBench { web in
      let head = "GET /metrics HTTP/1.0\r\n\(headers)Accept-Encoding: gzip\r\n\r\n"
      // `talk` returns when the connection ends.
      let said = try await talk(web, head)
      #expect(said.hasPrefix("HTTP/1.1 200 OK") && said.contains("Content-Length: "), "\(said)")
      #expect(!said.contains("Transfer-Encoding") && said.contains("\nbbb_api_up 1\n"))
    }
  }

  @Test func `requests sent ahead are answered in their order`() async throws {
    try await withWebBench { web in
      let asked = ["/-/healthy", "/nowhere", "/metrics", "/-/healthy"].map {
        "GET \($0) HTTP/1.1\r\nHost: a\r\n"
      }
      let last = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
      let said = try await talk(web, asked.map { $0 + "\r\n" }.joined() + last)
      let codes = said.split(separator: "HTTP/1.1 ").map { $0.prefix(3) }
      #expect(codes == ["200", "404", "200", "200", "200"], "\(said)")
    }
  }

  @Test func `who sends far too many requests ahead is hung up on`() async throws {
    try await withWebBench { web in
      let said = try await talk(
        web, String(repeating: "GET /-/healthy HTTP/1.1\r\nHost: a\r\n\r\n", count: 20_000))
      #expect(said.split(separator: "HTTP/1.1 200").count < 10_000)
      #expect(try await web.status("/-/healthy") == "200")
    }
  }

  @Test func `beyond the limit the longest idle goes, and who scrapes stays`() async throws {
    try await withWebBench(connectionLimit: 10) { web in
      let (gone, continuation) = AsyncStream.makeStream(of: Int.self)
      var idle: [any Channel] = []
      for number in 0..<10 {
        idle.append(try await idleConnection(web))
        idle[number].closeFuture.whenComplete { _ in continuation.yield(number) }
      }
      for _ in 0..<5 { #expect(try await web.status("/-/healthy") == "200") }
      // Each made room for curl at most once, which has gone.
      var numbers = gone.makeAsyncIterator()
      let first = try #require(await numbers.next())
      #expect(first < 5 && idle[9].isActive)
      for channel in idle where channel.isActive { channel.close(promise: nil) }
    }
  }

  @Test func `a scraper that hangs up frees its seat`() async throws {
    try await withWebBench { web in
      web.bench.fake.reply(to: "/getMeetings", .silence)
      let channel = try await connect(web)
      try await channel.writeAndFlush(
        ByteBuffer(string: "GET /metrics?name[]=bbb_meetings HTTP/1.1\r\nHost: a\r\n\r\n"))
      await web.bench.fake.requests(1)
      try await channel.close()
      web.bench.fake.reply(to: "/getMeetings", .noMeetings)
      // The call is given up, of which the clock, which stands still, would never be rid.
      try await web.bench.fake.disconnections()
      // Whoever comes then shares nothing with it.
      let page = try await web.curl("/metrics", scheme: "http", ["--get", "--data", "name[]=bbb_meetings"])
      #expect(page.contains("bbb_meetings 0"))
    }
  }

  private static let verdicts: [(ConnectionPatience.Phase, Int64, Int, ConnectionPatience.Verdict)] = [
    (.opening, 9, 0, .lookAgain(in: .seconds(1))), (.opening, 10, 0, .close), (.receiving, 10, 0, .close),
    (.idle, 10, 0, .lookAgain(in: .seconds(290))), (.idle, 300, 0, .close), (.lingering, 2, 0, .close),
    (.answering, 100_000, 0, .lookAgain(in: .seconds(20))),
    (.sending(left: 7), 19, 7, .lookAgain(in: .seconds(1))), (.sending(left: 7), 20, 7, .close),
    (.sending(left: 7), 20, 6, .lookAgain(in: .seconds(20))), (.sending(left: 7), 300, 6, .close),
  ]

  @Test(arguments: verdicts)
  func `patience depends on what the client is doing`(
    _ phase: ConnectionPatience.Phase, _ seconds: Int64, _ bytesLeft: Int,
    _ expected: ConnectionPatience.Verdict
  ) {
    let start = NIODeadline.uptimeNanoseconds(1_000_000_000)
    var patience = ConnectionPatience(now: start)
    patience.enter(phase, now: start)
    #expect(patience.verdict(now: start + .seconds(seconds), bytesLeft: bytesLeft) == expected)
  }

  @Test(arguments: [(500, 1024, 500), (1000, 1024, 824), (1000, 256, 64), (500, 1_000_000, 500)])
  func `connections leave files for calls`(_ wanted: Int, _ limit: Int, _ expected: Int) {
    #expect(OpenFiles.connections(wanted: wanted, limit: limit) == expected)
  }
}

private final class FirstAnswer: ChannelInboundHandler, Sendable {
  typealias InboundIn = ByteBuffer
  let came: EventLoopPromise<Void>

  init(came: EventLoopPromise<Void>) { self.came = came }

  /// It may have ended before anybody looked.
  func handlerAdded(context: ChannelHandlerContext) {
    if !context.channel.isActive { came.fail(ChannelError.eof) }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) { came.succeed() }

  func channelInactive(context: ChannelHandlerContext) {
    came.fail(ChannelError.eof)
    context.fireChannelInactive()
  }
}
