import BBBAPI
import Scenarios
import SimulatorCore
import SimulatorServer
import Testing

@Suite(.timeLimit(.minutes(5))) struct ConnectionTests {
  @Test func `requests sent ahead are answered in their order, whoever answers them`() async throws {
    try await SimulatedServer.quiet().whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        let targets = [Target.api, "/_sim/clock", Target.meetings, "/nothing", "/_sim/world", Target.api]
        let round = targets.map { Target.request($0) }.joined()
        for _ in 0..<10 { try await talk.send(round) }
        for _ in 0..<10 {
          #expect(try await talk.answer().text.contains("<version>"))
          #expect(try await talk.answer().text.contains("\"rate\""))
          #expect(try await talk.answer().text.contains("noMeetings"))
          #expect(try await talk.answer().status == 404)
          #expect(try await talk.answer().text.contains("\"meetings\""))
          #expect(try await talk.answer().text.contains("<version>"))
        }
      }
    }
  }

  @Test func `thousands of requests behind a slow one are answered`() async throws {
    try await SimulatedServer.quiet().whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        let ahead = String(repeating: "GET /bigbluebutton/api HTTP/1.1\r\n\r\n", count: 6000)
        try await talk.send(Target.request("/_sim/clock") + ahead)
        #expect(try await talk.answer().text.contains("\"rate\""))
        for _ in 0..<6000 { #expect(try await talk.answer().status == 200) }
      }
    }
  }

  @Test func `a request may come in pieces of one byte`() async throws {
    try await SimulatedServer.quiet().whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        for byte in Target.request(Target.meetings).utf8 { try await talk.send([byte]) }
        #expect(try await talk.answer().text.contains("noMeetings"))
      }
    }
  }

  @Test func `an answer that comes before the request is complete leaves the connection usable`() async throws
  {
    try await SimulatedServer.quiet().whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        try await talk.send("POST /nothing HTTP/1.1\r\nHost: a\r\nContent-Length: 8\r\n\r\nhalf")
        #expect(try await talk.answer().status == 404)
        try await talk.send("half" + Target.request(Target.api) + Target.request("/_sim/clock"))
        #expect(try await talk.answer().text.contains("<version>"))
        #expect(try await talk.answer().text.contains("\"rate\""))
      }
    }
  }

  @Test func `HEAD has the head of GET and no body`() async throws {
    try await SimulatedServer.quiet().whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        let head = try await talk.get(Target.meetings, method: "HEAD")
        let get = try await talk.get(Target.meetings)
        #expect(head.headers == get.headers && head.contentLength == get.body.count)
      }
    }
  }

  @Test func `headers are those of BBB and the length`() async throws {
    try await SimulatedServer.quiet().whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        let answer = try await talk.get(Target.meetings)
        #expect(
          answer.headers == [
            "Date: Mon, 02 Mar 2026 08:00:00 GMT", "Content-Type: text/xml;charset=utf-8",
            "Cache-Control: no-cache",
            "Content-Length: \(answer.body.count)",
          ])
      }
    }
  }

  @Test func `the date is the simulated one, of a page that a fault sends too`() async throws {
    let stale = FaultRule(effect: .stale(.seconds(300)))
    let server = try SimulatedServer.quiet(stale)
    try await server.whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        #expect(try await talk.get(Target.meetings).header("date") == "Mon, 02 Mar 2026 08:00:00 GMT")
        try server.jump(to: .milliseconds(61_999))
        #expect(try await talk.get(Target.meetings).header("date") == "Mon, 02 Mar 2026 08:01:01 GMT")
        server.simulator.setFaults([FaultRule(effect: .status(503))])
        try server.jump(to: .seconds(90_000))
        let page = try await talk.get(Target.meetings)
        #expect(page.status == 503 && page.header("date") == "Tue, 03 Mar 2026 09:00:00 GMT")
      }
    }
  }

  @Test(arguments: ["close", "Close", "keep-alive, close"])
  func `who asks for it finds the connection closed`(option: String) async throws {
    try await SimulatedServer.quiet().whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        let answer = try await talk.get(Target.meetings, headers: "Connection: \(option)\r\n")
        #expect(answer.status == 200)
        #expect(try await talk.rest().isEmpty)
      }
    }
  }

  @Test func `a large answer is whole before the connection is closed`() async throws {
    try await SimulatedServer.frozen(.large(kilobytes: 12_000)).whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        let answer = try await talk.get(Target.meetings, headers: "Connection: close\r\n")
        #expect(answer.contentLength > 10_000_000)
        #expect(answer.text.hasSuffix("</response>"))
        #expect(try await talk.rest().isEmpty)
      }
    }
  }

  @Test func `a client that says no more still gets its answer`() async throws {
    try await SimulatedServer.frozen(.large(kilobytes: 9000)).whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        try await talk.send(Target.request(Target.meetings))
        talk.finish()
        let bytes = try await talk.rest()
        #expect(bytes.suffix(11).elementsEqual("</response>".utf8))
      }
    }
  }

  @Test func `who does not read does not make the server work ahead`() async throws {
    let server = try SimulatedServer.frozen(.large(kilobytes: 8000))
    try await server.whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        try await talk.send(String(repeating: Target.request(Target.meetings), count: 50))
        // The end of the first answer leaves the server after everything that it does at once.
        for number in 1...50 {
          #expect(try await talk.answer().text.hasSuffix("</response>"))
          if number == 1 { #expect(server.simulator.exchanges.count < 10) }
        }
      }
    }
  }

  @Test func `a client that leaves in the middle of an answer harms nobody`() async throws {
    try await SimulatedServer.frozen(.large(kilobytes: 6000)).whileListening { endpoint in
      for _ in 0..<10 {
        try await Conversation.hold(with: endpoint) { try await $0.send(Target.request(Target.meetings)) }
      }
      let other = try await Conversation.get(Target.api, from: endpoint)
      #expect(other.status == 200)
    }
  }

  @Test(arguments: [
    "G", "GET /bigbluebutton/api HTTP/1.1\r\nHost: a\r\n",
    "POST /bigbluebutton/api/create HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf of it",
    "POST /_sim/clock HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{",
  ])
  func `half a request is nobody's business`(half: String) async throws {
    let server = try SimulatedServer.quiet()
    try await server.whileListening { endpoint in
      for _ in 0..<20 { try await Conversation.hold(with: endpoint) { try await $0.send(half) } }
      let other = try await Conversation.get(Target.api, from: endpoint)
      #expect(other.status == 200)
    }
    #expect(server.simulator.exchanges.count == 1)
  }
}
