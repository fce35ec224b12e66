import BBBAPI
import Foundation
import SimulatorServer
import Testing

@Suite(.timeLimit(.minutes(5))) struct ControlRequestTests {
  private static func ask(_ control: ControlTalk) async throws {
    for state in ["published", "any", "published"] {
      _ = try await control.talk.get(Target.signed(.getRecordings, ["state": state, "meta_name": "Ada"]))
    }
    _ = try await control.talk.get(Target.meetings)
    _ = try await control.talk.get("/bigbluebutton/api/getMeetings?checksum=wrong")
    _ = try await control.talk.get("/bigbluebutton/api/")
  }

  @Test func `requests tell calls apart and say nothing of anybody`() async throws {
    try await SimulatedServer.quiet().whileControlled { control in
      try await Self.ask(control)
      let all = try await control.list("GET", "/requests")
      #expect(
        all.map { $0["call"] as? String } == [
          "getRecordings", "getRecordings", "getRecordings", "getMeetings", "getMeetings", "index",
        ])
      #expect(all[1]["values"] as? [String: String] == ["state": "any"])
      #expect(all[1]["parameters"] as? [String] == ["state", "meta_*"])
      #expect(all[4]["messageKey"] as? String == "checksumError" && all[4]["status"] as? Int == 200)
      #expect(!(try await control.ask("GET", "/requests").text.contains("Ada")))
      #expect(try await control.list("GET", "/requests?call=getMeetings&since=4").count == 1)
      #expect(try await control.list("GET", "/requests?call=index").count == 1)
      #expect(try await control.refusal(400, "GET", "/requests?call=getMeeting").contains("getMeetings"))
      #expect(try await control.refusal(400, "GET", "/requests?since=-1").contains("since") == false)
      #expect(try await control.refusal(400, "GET", "/requests?sinse=1").contains("since"))
      #expect(try await control.list("DELETE", "/requests").isEmpty)
      _ = try await control.talk.get(Target.meetings)
      #expect(try await control.list("GET", "/requests").first?["sequence"] as? Int == 6)
    }
  }

  @Test(arguments: [
    (#"{"call": "getMeetings"}"#, true, 2), (#"{"call": "getMeetings", "exactly": 2}"#, true, 2),
    (#"{"call": "getMeetings", "exactly": 1}"#, false, 2),
    (#"{"call": "getMeetings", "exactly": 1, "since": 4}"#, true, 1),
    (#"{"call": "getRecordings", "state": "published", "exactly": 2}"#, true, 2),
    (#"{"call": "getRecordings", "state": "any", "atMost": 0}"#, false, 1),
    (#"{"call": "create", "exactly": 0}"#, true, 0), (#"{"call": "create"}"#, false, 0),
    (#"{"messageKey": "checksumError", "atLeast": 1, "atMost": 1}"#, true, 1), (#"{"status": 200}"#, true, 6),
    (#"{"fault": "latency"}"#, false, 0), (#"{"method": "POST"}"#, false, 0), ("{}", true, 6),
  ])
  func `expectations are held against what came`(body: String, isMet: Bool, seen: Int) async throws {
    try await SimulatedServer.quiet().whileControlled { control in
      try await Self.ask(control)
      let answer = try await control.ask("POST", "/verify", body)
      #expect(answer.status == (isMet ? 200 : 409))
      let verdict = try #require(try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any])
      #expect(verdict["verified"] as? Bool == isMet && verdict["seen"] as? Int == seen)
    }
  }

  @Test(arguments: [
    #"{"call": "getMeeting"}"#, #"{"exactly": -1}"#, #"{"exactly": "two"}"#, #"{"times": 2}"#, "[]", "",
  ])
  func `an expectation that means nothing is refused`(body: String) async throws {
    try await SimulatedServer.quiet().whileControlled { control in
      let answer = try await control.ask("POST", "/verify", body)
      #expect(answer.status == (body.isEmpty ? 415 : 400))
    }
  }

  @Test func `faults are put in force, counted and taken out`() async throws {
    try await SimulatedServer.quiet().whileControlled { control in
      let rules =
        #"[{"on": "getMeetings", "first": 1, "status": 503}, {"on": ["getRecordings"], "html": true}]"#
      #expect(try await control.list("PUT", "/faults", rules).count == 2)
      #expect(try await control.talk.get(Target.meetings).status == 503)
      #expect(try await control.talk.get(Target.meetings).status == 200)
      let faults = try await control.list("GET", "/faults")
      #expect(faults[0]["met"] as? Int == 2 && faults[0]["struck"] as? Int == 1)
      #expect(faults[0]["effect"] as? String == "status" && faults[0]["on"] as? [String] == ["getMeetings"])
      #expect(faults[1]["effect"] as? String == "html" && faults[1]["met"] as? Int == 0)
      #expect(try await control.list("GET", "/requests").first?["fault"] as? String == "status")
      #expect(try await control.list("POST", "/faults", #"{"empty": true}"#).count == 3)
      let refusal = try await control.refusal(
        400, "PUT", "/faults", #"[{"on": "getMeeting", "empty": true}]"#)
      #expect(refusal.contains("getMeetings"))
      #expect(try await control.list("GET", "/faults").count == 3)
      #expect(try await control.list("DELETE", "/faults").isEmpty)
      #expect(try await control.talk.get(Target.meetings).text.contains("noMeetings"))
    }
  }
}
