import BBBAPI
import Foundation
import NIOCore
import NIOPosix
import SimulatorServer
import Testing

@Suite(.timeLimit(.minutes(5))) struct HostileRequestTests {
  private static let form = "Content-Type: application/x-www-form-urlencoded\r\n"

  @Test func `a body over the limit is refused and the connection closed`() async throws {
    try await SimulatedServer.quiet().whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        let head =
          "POST /bigbluebutton/api/create HTTP/1.1\r\nHost: a\r\n\(Self.form)Content-Length: 2097153\r\n\r\n"
        try await talk.send(head + String(repeating: "a", count: 2_097_153))
        let answer = try await talk.answer()
        #expect(answer.status == 413 && answer.header("connection") == "close")
        #expect(try await talk.rest().isEmpty)
      }
    }
  }

  @Test func `a body of the limit is taken`() async throws {
    try await SimulatedServer.quiet().whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        let body = String(repeating: "a", count: 2 << 20)
        let answer = try await talk.get(
          "/bigbluebutton/api/create", method: "POST", headers: Self.form, body: body)
        #expect(answer.text.contains("checksumError"))
        #expect(try await talk.get(Target.api).status == 200)
      }
    }
  }

  @Test func `a body in chunks is a body`() async throws {
    try await SimulatedServer.quiet().whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        let target = Target.signed(.create, ["meetingID": "demo-1"])
        try await talk.send(
          "POST \(target) HTTP/1.1\r\nHost: a\r\n\(Self.form)Transfer-Encoding: chunked\r\n\r\n5\r\nname=\r\n4\r\nDemo\r\n0\r\n\r\n"
        )
        #expect(try await talk.answer().text.contains("<meetingID>demo-1</meetingID>"))
      }
    }
  }

  @Test(arguments: [
    "GET /bigbluebutton/api HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "x", count: 200_000))\r\n\r\n",
    "GET /bigbluebutton/api\0 HTTP/1.1\r\nHost: a\r\n\r\n", "\u{16}\u{3}\u{1}\0\u{5}\u{1}\0\0\r\n\r\n",
    "GET /bigbluebutton/api HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
    "POST /bigbluebutton/api/create HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
    "FROB /bigbluebutton/api HTTP/1.1\r\nHost: a\r\n\r\n",
  ])
  func `what is no HTTP is refused and the connection closed`(nonsense: String) async throws {
    try await SimulatedServer.quiet().whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        try await talk.send(nonsense)
        // Reset when more had come than was read.
        let answer = String(decoding: try await talk.restOrReset().bytes, as: UTF8.self)
        #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 400 "))
      }
      let other = try await Conversation.get(Target.api, from: endpoint)
      #expect(other.status == 200)
    }
  }

  @Test(arguments: [
    "?%", "?%zz&%00=%00", "?a=%ff%fe", "?checksum=%0d%0aX:1", "?\(String(repeating: "a=b&", count: 2000))",
  ])
  func `a query of no sense is a wrong checksum`(query: String) async throws {
    try await SimulatedServer.quiet().whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        let answer = try await talk.get("/bigbluebutton/api/getMeetings" + query)
        #expect(answer.text.contains("checksumError"))
      }
    }
  }

  @Test(arguments: [
    ("/bigbluebutton", 200), ("/bigbluebutton/", 200), ("/bigbluebutton/api/", 200),
    ("/bigbluebutton/apix", 404),
    ("/bigbluebuttonx", 404), ("/bigbluebutton/api/getMeetings/", 404),
    ("/bigbluebutton/api/../../etc/passwd", 404),
    ("/", 200), ("/html5client/?sessionToken=a", 200), ("/html5client/join?sessionToken=a", 200),
    ("/favicon.ico", 200), ("/metrics", 200),
    ("http://bbb.test/bigbluebutton/api", 200),
  ])
  func `a path leads where it should`(path: String, status: Int) async throws {
    try await SimulatedServer.quiet().whileListening { endpoint in
      let other = try await Conversation.get(path, from: endpoint)
      #expect(other.status == status)
    }
  }

  @Test(arguments: ["evil\"><script>", "a b", "a/b", "ü", ""])
  func `a host that could break a link is not repeated`(host: String) async throws {
    try await SimulatedServer.quiet().whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        try await talk.send("GET /bigbluebutton/api HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n")
        let answer = String(decoding: try await talk.rest(), as: UTF8.self)
        #expect(
          answer.hasPrefix("HTTP/1.1 400 ") || answer.contains("wss://127.0.0.1:\(endpoint.port)/graphql"))
      }
    }
  }

  @Test func `line breaks in parameters never become headers`() async throws {
    try await SimulatedServer.quiet().whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        let target = Target.signed(
          .join, ["meetingID": "xx", "errorRedirectUrl": "https://e.test/\r\nSet-Cookie: a=b"])
        let answer = try await talk.get(target)
        #expect(answer.status == 302 && answer.header("set-cookie") == nil)
        #expect(answer.headers.count == 3)
      }
    }
  }

  /// `.ci/hostile` sends two thousand, to a process of their own: with more than 1,300 descriptors open here, Foundation's
  /// `Process.run`, by which other tests start commands, reads past the list of them and crashes (6.3.1).
  @Test func `two hundred idle connections leave room for others`() async throws {
    try OpenFiles.allow(4096)
    try await SimulatedServer.quiet().whileListening { endpoint in
      let bootstrap = ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      var idle: [any Channel] = []
      for number in 0..<200 {
        let channel = try await bootstrap.connect(host: endpoint.host, port: endpoint.port).get()
        if number.isMultiple(of: 2) {
          try await channel.writeAndFlush(ByteBuffer(string: "GET /bigbluebutton"))
        }
        idle.append(channel)
      }
      try await Conversation.hold(with: endpoint) { talk in
        for target in Array(repeating: Target.meetings, count: 50) + ["/_sim/clock"] {
          let answer = try await talk.get(target)
          #expect(answer.status == 200)
        }
      }
      for channel in idle { try await channel.close() }
    }
  }
}

/// The number of files that this process may have open.
enum OpenFiles {
  struct TooFew: Error {
    let allowed: UInt
  }

  static func allow(_ count: UInt) throws {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    guard limit.rlim_cur < count else { return }
    limit.rlim_cur = min(count, limit.rlim_max)
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    guard limit.rlim_cur >= 1500 else { throw TooFew(allowed: limit.rlim_cur) }
  }
}
