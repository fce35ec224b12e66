import BBBAPI
import Determinism
import Scenarios
import SimulatorCore
import SimulatorServer
import TestSupport
import Testing

/// Answers that are wrong in their shape: how they are cut, how long they say they are, how they come.
@Suite(.timeLimit(.minutes(5))) struct WireShapeTests {
  /// Holds a connection with a server that does this to getMeetings.
  private static func meeting<Result: Sendable>(
    _ effect: FaultRule.Effect, _ scenario: Scenario = .quiet,
    _ body: @escaping @Sendable (Conversation) async throws -> Result
  ) async throws -> Result {
    var rule = FaultRule(effect: effect)
    rule.calls = [.getMeetings]
    return try await SimulatedServer.frozen(scenario, faults: [rule]).whileListening { endpoint in
      try await Conversation.hold(with: endpoint, body)
    }
  }

  @Test func `a cut among chunks promises a chunk and breaks off in it`() async throws {
    let received = try await Self.meeting(.truncated(bytes: 20, isChunked: true)) { talk in
      try await talk.send(Target.request(Target.meetings))
      return String(decoding: try await talk.rest(), as: UTF8.self)
    }
    let parts = received.split(separator: "\r\n\r\n")
    #expect(parts.count == 2 && parts[0].contains("Transfer-Encoding: chunked"))
    #expect(!received.contains("Content-Length"))
    let chunk = parts[1].split(separator: "\r\n")
    #expect(chunk.count == 2 && Int(chunk[0], radix: 16) ?? 0 > 20 && chunk[1] == "<response>\n<returnco")
  }

  @Test func `a drip comes bit by bit, and whole, and leaves the connection open`() async throws {
    let drip = FaultRule.Effect.dripped(bytes: 50, every: .milliseconds(5))
    try await Self.meeting(drip) { talk in
      let clock = ContinuousClock()
      let begin = clock.now
      let answer = try await talk.get(Target.meetings)
      #expect(answer.text.hasSuffix("</response>") && answer.body.count == answer.contentLength)
      // The first piece goes with the head.
      #expect(begin.duration(to: clock.now) >= .milliseconds(5) * ((answer.body.count - 1) / 50))
      #expect(try await talk.get(Target.api).status == 200)
    }
  }

  @Test func `a slow head comes line by line, the body behind it`() async throws {
    try await Self.meeting(.slowHead(every: .milliseconds(5))) { talk in
      let clock = ContinuousClock()
      let begin = clock.now
      try await talk.send(Target.request(Target.meetings))
      let received = String(decoding: try await talk.rest(), as: UTF8.self)
      #expect(received.hasPrefix("HTTP/1.1 200 OK\r\n") && received.hasSuffix("</response>"))
      #expect(begin.duration(to: clock.now) >= .milliseconds(25))
    }
  }

  @Test(arguments: [0, 10, 100_000]) func `a length may be wrong in either direction`(length: Int)
    async throws
  {
    try await Self.meeting(.contentLength(length)) { talk in
      try await talk.send(Target.request(Target.meetings, headers: "Connection: close\r\n"))
      let received = try await talk.rest()
      let head = try #require(WireAnswer(head: received))
      #expect(head.contentLength == length)
      #expect(received.suffix(11).elementsEqual("</response>".utf8))
    }
  }

  @Test func `a duplicated answer comes twice, before the next one`() async throws {
    try await Self.meeting(.duplicated) { talk in
      try await talk.send(Target.request(Target.meetings) + Target.request(Target.api))
      let first = try await talk.answer()
      #expect(first.text.contains("noMeetings"))
      #expect(try await talk.answer() == first)
      #expect(try await talk.answer().text.contains("<version>"))
    }
  }

  @Test func `an endless answer goes on until the client leaves`() async throws {
    try await Self.meeting(.endless) { talk in
      try await talk.send(Target.request(Target.meetings))
      for _ in 0..<100 {
        let text = String(decoding: try await talk.bytes(100_000), as: UTF8.self)
        #expect(text.contains("<meetingName>And another</meetingName>") && !text.contains("</meetings>"))
      }
    }
  }

  @Test func `the head of a late, damaged or endless answer is still a head`() async throws {
    for effect in [FaultRule.Effect.endless, .garbage(bytes: 7), .dripped(bytes: 1, every: .seconds(600))] {
      try await Self.meeting(effect) { talk in
        let answer = try await talk.get(Target.meetings, method: "HEAD")
        #expect(answer.status == 200)
        #expect(try await talk.get(Target.api).text.contains("<version>"))
      }
    }
  }

  @Test(arguments: [FaultRule.Effect.endless, .dripped(bytes: 1, every: .seconds(600))])
  func `a client may leave in the middle of it`(effect: FaultRule.Effect) async throws {
    let server = try SimulatedServer.quiet(FaultRule(effect: effect))
    try await server.whileListening { endpoint in
      for _ in 0..<20 {
        try await Conversation.hold(with: endpoint) { talk in
          try await talk.send(Target.request(Target.meetings))
          _ = try await talk.bytes(100)
        }
      }
      let clock = try await Conversation.get("/_sim/clock", from: endpoint)
      #expect(clock.status == 200)
    }
  }
}
