import Determinism
import Foundation
import SimulatorServer
import Testing

@Suite(.timeLimit(.minutes(5))) struct ControlClockTests {
  private static let json = "Content-Type: application/json\r\n"

  private static func post(_ body: String, to talk: Conversation, headers: String = json) async throws
    -> WireAnswer
  {
    try await talk.get("/_sim/clock", method: "POST", headers: headers, body: body)
  }

  @Test(arguments: [
    (#"{"advance": "5m"}"#, 300_000, 0.0), (#"{"advance": "0s"}"#, 0, 0),
    (#"{"advance":"1h 30m"}"#, 5_400_000, 0),
    (#"{"to": "31m"}"#, 1_860_000, 0), (#"{"to": "0s"}"#, 0, 0), (#"{"freeze": true}"#, 0, 0),
    (#"{"speed": 0}"#, 0, 0), ("\u{FEFF}{\"advance\": \"5m\"}", 300_000, 0),
  ])
  func `the clock moves as it is told`(body: String, offset: Int64, rate: Double) async throws {
    let server = try SimulatedServer.quiet()
    try await server.whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        let answer = try await Self.post(body, to: talk)
        let view = try JSONDecoder().decode(ClockAnswer.self, from: Data(answer.body))
        #expect(answer.status == 200 && view.offsetMilliseconds == offset && view.rate == rate)
        #expect(try await talk.get("/_sim/clock").body == answer.body)
      }
    }
  }

  @Test func `a clock that is let go runs, as fast as it is told`() async throws {
    let server = try SimulatedServer.quiet()
    try await server.whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        for (body, rate) in [
          (#"{"resume": true}"#, 1.0), (#"{"speed": 60}"#, 60), (#"{"freeze": true}"#, 0),
          (#"{"resume": true}"#, 60),
          (#"{"speed": 0.5}"#, 0.5),
        ] {
          let answer = try await Self.post(body, to: talk)
          #expect(try JSONDecoder().decode(ClockAnswer.self, from: Data(answer.body)).rate == rate)
        }
      }
    }
    #expect(server.clock.reading.rate == 0.5)
  }

  @Test(arguments: [
    "", "x", "[]", "5", "null", "\"5m\"", "{}", "{", #"{"advance": 5}"#, #"{"advance": "5"}"#,
    #"{"advance": "-5m"}"#,
    #"{"advance": "5 parsecs"}"#, #"{"advance": "99999999999999999d"}"#, #"{"advance": ""}"#,
    #"{"advance": null}"#,
    #"{"to": "yesterday"}"#, #"{"to": 5}"#, #"{"freeze": false}"#, #"{"freeze": "yes"}"#, #"{"freeze": 1}"#,
    #"{"resume": false}"#, #"{"resume": 1}"#, #"{"speed": -1}"#, #"{"speed": 1e30}"#, #"{"speed": 1e999}"#,
    #"{"speed": 0.0000001}"#, #"{"speed": "60"}"#, #"{"speed": true}"#, #"{"warp": 9}"#,
    #"{"advance": "1m", "speed": 2}"#,
    "{\"\(String(repeating: "k", count: 9000))\": 1}", "\u{0}",
    String(repeating: "[", count: 20_000), #"{"advance": "\#(String(repeating: "9", count: 9000))m"}"#,
  ])
  func `what the clock cannot do it says, with a fix`(body: String) async throws {
    let server = try SimulatedServer.quiet()
    try await server.whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        let answer = try await Self.post(body, to: talk)
        let refusal = try JSONDecoder().decode(RefusalAnswer.self, from: Data(answer.body))
        #expect(answer.status == 400 && refusal.status == 400)
        #expect(
          !refusal.error.isEmpty && refusal.error.utf8.count < 300
            && refusal.fix.contains(#"{"advance": "5m"}"#))
        #expect(!refusal.error.contains("(") || refusal.error.contains(" "))
      }
    }
    #expect(server.clock.reading.instant == server.starts && server.clock.reading.rate == 0)
  }

  @Test func `time does not go back`() async throws {
    let server = try SimulatedServer.frozen(.quiet, at: .seconds(600))
    try await server.whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        let answer = try await Self.post(#"{"to": "9m"}"#, to: talk)
        let refusal = try JSONDecoder().decode(RefusalAnswer.self, from: Data(answer.body))
        #expect(answer.status == 400)
        #expect(
          refusal.error.contains("2026-03-02T08:10:00Z") && refusal.error.contains("2026-03-02T08:09:00Z"))
      }
    }
  }

  @Test(arguments: ["", "Content-Type: text/plain\r\n", "Content-Type: application/jsonp\r\n"])
  func `a body that is not called JSON is not read`(headers: String) async throws {
    let server = try SimulatedServer.quiet()
    try await server.whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        let answer = try await Self.post(#"{"advance": "5m"}"#, to: talk, headers: headers)
        #expect(answer.status == 415)
        #expect(
          try JSONDecoder().decode(RefusalAnswer.self, from: Data(answer.body)).fix.contains(
            "application/json"))
      }
    }
    #expect(server.clock.now == server.starts)
  }

  @Test func `a content type may say its charset`() async throws {
    try await SimulatedServer.quiet().whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        let headers = "Content-Type: Application/JSON; charset=utf-8\r\n"
        let answer = try await Self.post(#"{"advance": "5m"}"#, to: talk, headers: headers)
        #expect(answer.status == 200)
      }
    }
  }

  @Test func `a body of no measure is not read`() async throws {
    try await SimulatedServer.quiet().whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        let answer = try await Self.post(String(repeating: " ", count: 100_000), to: talk)
        #expect(answer.status == 413)
        #expect(answer.text.contains("the body is too large"))
      }
    }
  }

  @Test(arguments: ["PUT", "DELETE", "PATCH"]) func `other methods are not known`(method: String) async throws
  {
    try await SimulatedServer.quiet().whileListening { endpoint in
      let status = try await Conversation.hold(with: endpoint) {
        try await $0.get("/_sim/clock", method: method).status
      }
      #expect([404, 405].contains(status))
    }
  }
}

/// What `/_sim/clock` answers.
struct ClockAnswer: Decodable, Equatable {
  let now: String
  let millisecondsSinceEpoch: Int64
  let offsetMilliseconds: Int64
  let rate: Double
}

/// What a refused control request gets.
struct RefusalAnswer: Decodable, Equatable {
  let status: Int
  let error: String
  let fix: String
}
