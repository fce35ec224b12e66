import SimulatorServer
import Testing

/// What a web server does that nobody writes down in an API.
@Suite(.timeLimit(.minutes(5))) struct HTTPDetailTests {
  /// What comes back, up to the end of the connection, on which more is sent behind the request.
  private static func exchange(_ request: String, more: String = "") async throws -> String {
    try await SimulatedServer.quiet().whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        try await talk.send(request + more)
        talk.finish()
        return String(decoding: try await talk.rest(), as: UTF8.self)
      }
    }
  }

  @Test(arguments: ["/bigbluebutton/api", "/_sim/clock"])
  func `HTTP 1.0 ends with the answer`(path: String) async throws {
    let answer = try await Self.exchange("GET \(path) HTTP/1.0\r\n\r\n", more: "GET / HTTP/1.1\r\n\r\n")
    #expect(answer.contains(" 200 OK\r\n") && answer.ranges(of: "HTTP/1.1 ").count == 1)
  }

  @Test func `HTTP 1.0 goes on when asked to`() async throws {
    let ask = "GET /bigbluebutton/api HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n"
    let answer = try await Self.exchange(ask, more: ask)
    #expect(answer.ranges(of: "\r\nConnection: keep-alive\r\n").count == 2)
  }

  @Test(arguments: [("close", "close"), ("keep-alive", "keep-alive"), ("Upgrade, Close", "close")])
  func `the answer says what becomes of the connection`(asked: String, answered: String) async throws {
    let answer = try await Self.exchange(
      "GET /bigbluebutton/api HTTP/1.1\r\nHost: a\r\nConnection: \(asked)\r\n\r\n")
    #expect(answer.contains("\r\nConnection: \(answered)\r\n"))
  }

  @Test(arguments: [("/bigbluebutton/api/create", "text/xml"), ("/_sim/clock", "application/json")])
  func `a client that waits for the word may send its body`(path: String, type: String) async throws {
    try await SimulatedServer.quiet().whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        let head = "Host: a\r\nContent-Type: \(type)\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n"
        try await talk.send("POST \(path) HTTP/1.1\r\n" + head)
        #expect(try await talk.answer(hasBody: false).status == 100)
        try await talk.send("{}")
        let answer = try await talk.answer()
        #expect(answer.status == 200 || answer.status == 400)
        #expect(try await talk.get(Target.api).status == 200)
      }
    }
  }

  @Test(arguments: [
    ("GET /bigbluebutton/api?\(String(repeating: "a", count: 8200)) HTTP/1.1\r\nHost: a\r\n\r\n", 414),
    ("GET /?\(String(repeating: "a", count: 8200)) HTTP/1.1\r\nHost: a\r\n\r\n", 414),
    ("GET / HTTP/1.1\r\nX: \(String(repeating: "a", count: 8200))\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\n\(String(repeating: "X: y\r\n", count: 6000))\r\n", 400),
    ("POST /bigbluebutton/api HTTP/1.1\r\nContent-Length: 3000000\r\nExpect: 100-continue\r\n\r\n", 413),
    ("PUT /bigbluebutton/api/create HTTP/1.1\r\nConnection: close\r\n\r\n", 405),
    ("BREW /bigbluebutton/api HTTP/1.1\r\nHost: a\r\n\r\n", 400),
  ])
  func `what is too large or unknown is refused as nginx does`(request: String, status: Int) async throws {
    let answer = try await Self.exchange(request, more: Target.request(Target.api))
    #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
    #expect(answer.ranges(of: "HTTP/1.1 ").count == 1)
  }

  @Test func `a request line of eight thousand bytes goes through`() async throws {
    let answer = try await Self.exchange(
      "GET /bigbluebutton/api?\(String(repeating: "a", count: 8000)) HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(answer.contains("<version>"))
  }
}
