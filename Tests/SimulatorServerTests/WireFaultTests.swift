import BBBAPI
import Determinism
import Scenarios
import SimulatorCore
import SimulatorServer
import Testing

/// Faults as a client sees them.
@Suite(.timeLimit(.minutes(5))) struct WireFaultTests {
  private static func rule(_ effect: FaultRule.Effect, on call: APICall = .getMeetings) -> FaultRule {
    var rule = FaultRule(effect: effect)
    rule.calls = [call]
    return rule
  }

  private static func latency(_ seconds: Double) -> FaultRule.Effect {
    .latency(DurationDistribution(seconds: .constant(seconds)))
  }

  @Test func `a delayed answer holds up nobody else`() async throws {
    try await SimulatedServer.quiet(Self.rule(Self.latency(600))).whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { slow in
        try await slow.send(Target.request(Target.meetings))
        // More of them than there are threads.
        for _ in 0..<16 {
          try await Conversation.hold(with: endpoint) { quick in
            try await quick.send(Target.request(Target.meetings))
          }
          let other = try await Conversation.get(Target.api, from: endpoint)
          #expect(other.status == 200)
        }
      }
    }
  }

  @Test func `what follows a delayed answer on its connection waits for it`() async throws {
    try await SimulatedServer.quiet(Self.rule(Self.latency(0.2))).whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        let clock = ContinuousClock()
        let begin = clock.now
        try await talk.send(Target.request(Target.meetings) + Target.request(Target.api))
        #expect(try await talk.answer().text.contains("noMeetings"))
        #expect(begin.duration(to: clock.now) >= .milliseconds(200))
        #expect(try await talk.answer().text.contains("<version>"))
      }
    }
  }

  @Test func `a client that says no more gets its delayed answer and is closed`() async throws {
    try await SimulatedServer.quiet(Self.rule(Self.latency(0.2))).whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        try await talk.send(Target.request(Target.meetings))
        talk.finish()
        #expect(String(decoding: try await talk.rest(), as: UTF8.self).hasSuffix("</response>"))
      }
    }
  }

  @Test func `a reset is a reset, without a byte`() async throws {
    try await SimulatedServer.quiet(Self.rule(.reset)).whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        try await talk.send(Target.request(Target.meetings))
        let end = try await talk.restOrReset()
        #expect(end.isReset && end.bytes.isEmpty)
      }
    }
  }

  @Test func `a close is no reset, and without a byte too`() async throws {
    try await SimulatedServer.quiet(Self.rule(.close)).whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        try await talk.send(Target.request(Target.meetings))
        #expect(try await talk.rest().isEmpty)
      }
    }
  }

  @Test func `a hang says nothing until the client gives up`() async throws {
    let server = try SimulatedServer.quiet(Self.rule(.hang))
    try await server.whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        try await talk.send(Target.request(Target.meetings) + Target.request(Target.api))
        let other = try await Conversation.get(Target.api, from: endpoint)
        #expect(other.status == 200)
        talk.finish()
        #expect(try await talk.rest().isEmpty)
      }
    }
  }

  @Test(arguments: [0, 1, 50]) func `a truncated answer promises more than it sends`(bytes: Int) async throws
  {
    try await SimulatedServer.quiet(Self.rule(.truncated(bytes: bytes))).whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        try await talk.send(Target.request(Target.meetings))
        let received = try await talk.rest()
        let head = try #require(WireAnswer(head: received))
        #expect(received.count - head.headLength == bytes && head.contentLength > bytes)
      }
    }
  }

  @Test func `an answer truncated late is all there up to then`() async throws {
    let server = try SimulatedServer.frozen(
      .large(kilobytes: 9000), faults: [Self.rule(.truncated(bytes: 7_000_000))])
    try await server.whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        try await talk.send(Target.request(Target.meetings))
        let received = try await talk.rest()
        let head = try #require(WireAnswer(head: received))
        #expect(received.count - head.headLength == 7_000_000)
      }
    }
  }

  @Test func `an answer truncated behind its end is whole`() async throws {
    try await SimulatedServer.quiet(Self.rule(.truncated(bytes: 10_000_000))).whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        let answer = try await talk.get(Target.meetings)
        #expect(answer.text.hasSuffix("</response>"))
        #expect(try await talk.rest().isEmpty)
      }
    }
  }

  @Test func `pages of other servers keep the connection`() async throws {
    let server = try SimulatedServer.quiet(
      Self.rule(.status(503)), Self.rule(.html, on: .getRecordings), Self.rule(.empty, on: .isMeetingRunning))
    try await server.whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        let down = try await talk.get(Target.meetings)
        #expect(down.status == 503 && down.header("content-type") == "text/html")
        let page = try await talk.get(Target.signed(.getRecordings))
        #expect(page.status == 200 && page.text.contains("<html>"))
        let empty = try await talk.get(Target.signed(.isMeetingRunning, ["meetingID": "xx"]))
        #expect(empty.status == 200 && empty.contentLength == 0)
      }
    }
  }
}
