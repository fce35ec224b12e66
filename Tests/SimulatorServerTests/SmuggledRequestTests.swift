import BBBAPI
import SimulatorCore
import SimulatorServer
import Testing

/// Requests whose end two readers could see in different places, and others that no browser sends.
@Suite(.timeLimit(.minutes(5))) struct SmuggledRequestTests {
  private static let path = "/bigbluebutton/api/create"
  /// What a second reader would take for a request.
  private static let hidden = "GET /bigbluebutton/api/getMeetings HTTP/1.1\r\nHost: a\r\n\r\n"

  @Test(arguments: [
    "Content-Length: 5\r\nTransfer-Encoding: chunked", "Transfer-Encoding: chunked\r\nContent-Length: 5",
    "Content-Length: 0\r\nContent-Length: 60", "Content-Length: 5, 60", "Content-Length: +5",
    "Content-Length: 0x5",
    "Content-Length: 99999999999999999999999", "Content-Length : 5", "Transfer-Encoding: xchunked",
    "Transfer-Encoding : chunked", "X: a\r\n b\r\nContent-Length: 0",
  ])
  func `a request of two ends is refused, or read in one way`(headers: String) async throws {
    let server = try SimulatedServer.quiet()
    try await server.whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        try await talk.send(
          "POST \(Self.path) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\(headers)\r\n\r\n0\r\n\r\n\(Self.hidden)"
        )
        talk.finish()
        let answers = String(decoding: try await talk.restOrReset().bytes, as: UTF8.self)
        #expect(answers.components(of: "HTTP/1.1 ") <= 1)
      }
      let other = try await Conversation.get(Target.api, from: endpoint)
      #expect(other.status == 200)
    }
    // What was hidden was never taken for a request.
    #expect(!server.simulator.exchanges.contains { $0.call == .getMeetings })
  }

  @Test(arguments: [
    "BREW", "get", "GETT", "PROPFIND", "CONNECT", "TRACE", "OPTIONS", "\u{1}", "PRI * HTTP/2.0\r\n\r\nSM",
  ])
  func `a method of no sense gets an answer or the door`(method: String) async throws {
    try await SimulatedServer.quiet().whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        try await talk.send("\(method) \(Target.meetings) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        talk.finish()
        let answer = String(decoding: try await talk.restOrReset().bytes, as: UTF8.self)
        #expect(!answer.contains("SUCCESS"))
        #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 4"))
      }
      let other = try await Conversation.get(Target.api, from: endpoint)
      #expect(other.status == 200)
    }
  }

  @Test func `a target that is no UTF-8 is an answer or the door`() async throws {
    try await SimulatedServer.quiet().whileListening { endpoint in
      for bytes: [UInt8] in [[0xff, 0xfe], [0xc3], [0x80, 0x80], [0xed, 0xa0, 0x80], [0x7f]] {
        try await Conversation.hold(with: endpoint) { talk in
          let begin = Array("GET /bigbluebutton/api/getMeetings?checksum=".utf8)
          let end = Array(" HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".utf8)
          try await talk.send(begin + bytes + end)
          let answer = String(decoding: try await talk.restOrReset().bytes, as: UTF8.self)
          #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 400 ") || answer.contains("checksumError"))
        }
      }
      let other = try await Conversation.get(Target.api, from: endpoint)
      #expect(other.status == 200)
    }
  }

  @Test func `a hundred thousand parameters are a wrong checksum like any other`() async throws {
    try await SimulatedServer.quiet().whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        let body = (0..<100_000).map { "p\($0)=\($0)" }.joined(separator: "&")
        let answer = try await talk.get(
          Self.path, method: "POST", headers: "Content-Type: application/x-www-form-urlencoded\r\n",
          body: body)
        #expect(answer.text.contains("checksumError"))
      }
    }
  }

  @Test func `a body without end is refused when it passes the limit`() async throws {
    try await SimulatedServer.quiet().whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        try await talk.send("POST \(Self.path) HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
        let chunk = "10000\r\n\(String(repeating: "a", count: 0x10000))\r\n"
        for _ in 0...32 { try await talk.send(chunk) }
        #expect(try await talk.answer().status == 413)
      }
    }
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
