import BBBAPI
import Determinism
import Foundation
import Scenarios
import SimulatorServer
import Testing

/// Reset, snapshots, and another scenario.
@Suite(.timeLimit(.minutes(5))) struct ControlRestartTests {
  private static let yaml = "application/yaml"

  @Test func `a reset begins the day anew, also for those who ask meanwhile`() async throws {
    let server = try SimulatedServer.lectureDay()
    try await server.whileControlled { control in
      let before = try await control.ask("GET", "/world").body
      let answer = try await control.talk.get(Target.meetings).body
      for _ in 1...3 {
        try await control.json("POST", "/events", #"{"create": {"id": "mine", "name": "Mine"}}"#)
        try await control.json("POST", "/clock", #"{"advance": "3m"}"#)
        _ = try await control.list("PUT", "/faults", #"[{"first": 1, "latency": "1ms"}]"#)
        #expect(try await control.talk.get(Target.meetings).text.contains("mine"))
        try await control.json("POST", "/reset")
        #expect(try await control.ask("GET", "/world").body == before)
        #expect(try await control.list("GET", "/requests").isEmpty)
        #expect(try await control.list("GET", "/faults").isEmpty)
        #expect(try await control.talk.get(Target.meetings).body == answer)
      }
      #expect(try await control.ask("POST", "/reset", "{}").status == 200)
    }
  }

  @Test func `snapshots bring the world back, by name and as JSON`() async throws {
    let server = try SimulatedServer.lectureDay()
    try await server.whileControlled { control in
      try await control.json("POST", "/events", #"{"create": {"id": "mine", "name": "Mine"}}"#)
      let kept = try await control.ask("GET", "/world").body
      let names = try await control.json("POST", "/snapshot", #"{"name": "before"}"#)
      #expect(names["snapshots"] as? [String] == ["before"])
      let sealed = try await control.ask("GET", "/snapshot").text
      for snapshot in [#"{"name": "before"}"#, sealed] {
        try await control.json("POST", "/clock", #"{"advance": "2h"}"#)
        #expect(try await control.ask("GET", "/world").body != kept)
        try await control.json("POST", "/restore", snapshot)
        #expect(try await control.ask("GET", "/world").body == kept)
      }
      #expect(try await control.refusal(404, "POST", "/restore", #"{"name": "befor"}"#).contains("before"))
      let forged = sealed.replacing("\"content\" : \"e", with: "\"content\" : \"f")
      #expect(try await control.refusal(400, "POST", "/restore", forged).contains("secret"))
      try await control.json("POST", "/scenario", "scenario: other\n", type: Self.yaml)
      #expect(try await control.refusal(409, "POST", "/restore", sealed).contains("lecture-day"))
    }
  }

  @Test func `another scenario is played from its beginning`() async throws {
    let server = try SimulatedServer.lectureDay()
    try await server.whileControlled { control in
      let scenario = """
        scenario: short
        starts: 2027-01-01T00:00:00Z
        meetings: [{ id: early, name: Early, at: 0m, lasts: 5m, people: [{ name: Ada, joins: 0m }] }]
        """
      let view = try await control.json("POST", "/scenario", scenario, type: Self.yaml)
      #expect(view["scenario"] as? String == "short" && view["now"] as? String == "2027-01-01T00:00:00Z")
      #expect(try await control.talk.get(Target.meetings).text.contains("<meetingID>early</meetingID>"))
      try await control.json("POST", "/clock", #"{"to": "6m"}"#)
      #expect(!(try await control.talk.get(Target.meetings).text.contains("early")))
      try await control.json("POST", "/reset")
      #expect(try await control.talk.get(Target.meetings).text.contains("<meetingID>early</meetingID>"))
    }
    #expect(server.starts.iso8601 == "2027-01-01T00:00:00Z")
  }

  @Test func `a scenario with mistakes names all of them and changes nothing`() async throws {
    let server = try SimulatedServer.lectureDay()
    try await server.whileControlled { control in
      let before = try await control.ask("GET", "/world").body
      let answer = try await control.ask(
        "POST", "/scenario", "scenario: x\nmeting: []\nseed: many\n", type: Self.yaml)
      let refusal = try #require(try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any])
      let problems = try #require(refusal["problems"] as? [[String: Any]])
      #expect(answer.status == 422 && problems.count == 2)
      #expect(problems.map { $0["line"] as? Int } == [2, 3])
      #expect(try await control.ask("GET", "/world").body == before)
      #expect(try await control.ask("POST", "/scenario", "\u{0}", type: Self.yaml).status == 422)
      #expect(try await control.ask("POST", "/scenario", "scenario: x", type: "text/html").status == 415)
    }
  }
}
