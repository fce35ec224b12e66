import BBBAPI
import Foundation
import Scenarios
import SimulatorCore
import SimulatorServer
import Testing
import TimelineEngine

@Suite(.timeLimit(.minutes(5))) struct ControlEventTests {
  @Test func `a meeting is made with people, who do as they are told`() async throws {
    try await SimulatedServer.quiet().whileControlled { control in
      let create = """
        {"create": {"id": "demo", "name": "Demo \\ud83d\\ude00", "record": true, "metadata": {"course": "7"}, "people": [
          {"who": "Ada", "role": "moderator", "microphone": true, "camera": 2}, {"who": "Ben", "listen": true}]}}
        """
      try await control.json("POST", "/events", create)
      var people = try await control.people(of: "demo")
      #expect(people.count == 2 && people["Ada"]?["isPresenter"] as? Bool == true)
      #expect(
        people["Ada"]?["cameraStreams"] as? Int == 2 && people["Ben"]?["audio"] as? String == "listening")
      for event in [
        #"{"join": {"meeting": "demo", "who": "Cleo", "userID": "c"}}"#,
        #"{"microphone": {"meeting": "demo", "who": "Ada", "on": false}}"#,
        #"{"microphone": {"meeting": "demo", "who": "c", "on": true}}"#,
        #"{"camera": {"meeting": "demo", "who": "Ben", "streams": 1}}"#,
        #"{"listen": {"meeting": "demo", "who": "Ben", "on": false}}"#,
        #"{"presenter": {"meeting": "demo", "who": "Ben"}}"#,
        #"{"leave": {"meeting": "demo", "who": "Ada"}}"#,
      ] { try await control.json("POST", "/events", event) }
      people = try await control.people(of: "demo")
      #expect(people["Ada"]?["isOnline"] as? Bool == false && people["Ada"]?["audio"] as? String == "none")
      #expect(
        people["Cleo"]?["audio"] as? String == "microphone" && people["Cleo"]?["userID"] as? String == "c")
      #expect(people["Ben"]?["isPresenter"] as? Bool == true && people["Ben"]?["cameraStreams"] as? Int == 1)
      #expect(people["Ben"]?["audio"] as? String == "none")
      let info = try await control.talk.get(Target.signed(.getMeetingInfo, ["meetingID": "demo"])).text
      #expect(info.contains("<course>7</course>") && info.contains("Demo \u{1F600}"))
    }
  }

  @Test func `recordings enter the state that is wanted, and meetings end`() async throws {
    let server = try SimulatedServer.lectureDay()
    try await server.whileControlled { control in
      try await control.json("POST", "/events", #"{"end": {"meeting": "calculus"}}"#)
      #expect(try await control.people(of: "calculus").isEmpty)
      try await control.json(
        "POST", "/events", #"{"recording": {"meeting": "calculus", "state": "published"}}"#)
      let recordings = try await control.json("GET", "/world")["recordings"] as? [String: Int]
      #expect(recordings?["published"] ?? 0 >= 1)
    }
  }

  @Test(arguments: [
    (404, #"{"leave": {"meeting": "calculs", "who": "Ada"}}"#, "did you mean 'calculus'"),
    (404, #"{"leave": {"meeting": "calculus", "who": "Bors"}}"#, "did you mean 'Boris'"),
    (404, #"{"end": {"meeting": "nothing-like-it"}}"#, "/_sim/world"),
    (404, #"{"recording": {"id": "none", "state": "deleted"}}"#, "record ID"),
    (400, #"{"leave": {"meeting": "calculus"}}"#, "`who`"),
    (400, #"{"leave": {"meeting": "calculus", "whoo": "Ada"}}"#, "did you mean `who`"),
    (400, #"{"leav": {"meeting": "calculus", "who": "Ada"}}"#, "did you mean `leave`"),
    (400, #"{"leave": {"meeting": "calculus", "who": "Ada"}, "end": {"meeting": "calculus"}}"#, "at once"),
    (400, #"{"camera": {"meeting": "calculus", "who": "Ada", "streams": 99999}}"#, "0 to 100"),
    (400, "{}", "exactly one"), (400, "[]", "{ key: value }"), (400, "x", "JSON"), (400, "5", "JSON"),
    (400, "{\"leave\": \(String(repeating: "[", count: 5000))", "JSON"),
    (409, #"{"create": {"id": "x", "name": "Too short an ID"}}"#, "2 and 256"),
  ])
  func `what can't happen is refused with a fix and changes nothing`(status: Int, body: String, words: String)
    async throws
  {
    let server = try SimulatedServer.lectureDay()
    let before = server.world
    try await server.whileControlled { control in
      let refusal = try await control.refusal(status, "POST", "/events", body)
      #expect(refusal.contains(words), "\(refusal)")
    }
    #expect(server.world == before && server.simulator.timeline.journal.isEmpty)
  }

  @Test func `events are commands: a snapshot brings back what they made`() throws {
    let server = try SimulatedServer.lectureDay()
    try server.simulator.intervene(.change(meeting: "calculus", who: "Boris", .leave), at: server.clock.now)
    let timeline = server.simulator.timeline
    #expect(timeline.journal.count == 1)
    #expect(try Timeline(restoring: timeline.snapshot, of: timeline.scenario).world == timeline.world)
  }
}
