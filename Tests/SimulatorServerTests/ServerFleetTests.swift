import BBBAPI
import Foundation
import Scenarios
import SimulatorCore
import SimulatorServer
import Testing
import TimelineEngine

/// Many servers on one port.
@Suite(.timeLimit(.minutes(5))) struct ServerFleetTests {
  private static func fleet(_ policy: ServerFleet.Policy, limit: Int = 1000) throws -> ServerFleet {
    ServerFleet(root: try .frozen(.shipped(named: "two-rooms")), policy: policy, limit: limit)
  }

  private static func call(
    _ call: APICall, of server: String, base: String = "/bigbluebutton/api",
    _ parameters: KeyValuePairs<String, String> = [:]
  ) -> String {
    "/\(server)\(base)" + Target.signed(call, parameters).dropFirst(Target.api.count)
  }

  @Test(arguments: ["/bigbluebutton/api", "/api"])
  func `a name that is used for the first time is a server`(base: String) async throws {
    try await Self.fleet(.auto).whileListening { endpoint in
      let target = Self.call(.create, of: "run-1", base: base, ["meetingID": "mine", "name": "Mine"])
      #expect(try await Conversation.get(target, from: endpoint).text.contains("SUCCESS"))
      let here = try await Conversation.get(Self.call(.getMeetings, of: "run-1"), from: endpoint)
      let root = try await Conversation.get(Target.meetings, from: endpoint)
      let other = try await Conversation.get(Self.call(.getMeetings, of: "run-2"), from: endpoint)
      #expect(here.text.contains("<meetingID>mine</meetingID>"))
      #expect(!root.text.contains("mine") && root.body == other.body)
    }
  }

  @Test func `links lead back to the server that was asked`() async throws {
    try await Self.fleet(.auto).whileListening { endpoint in
      let create = Self.call(.create, of: "blue", ["meetingID": "mine", "name": "Mine"])
      _ = try await Conversation.get(create, from: endpoint)
      let join = Self.call(
        .join, of: "blue",
        ["meetingID": "mine", "fullName": "Ann", "role": "VIEWER", "redirect": "false"])
      #expect(
        try await Conversation.get(join, from: endpoint).text.contains(
          "<url>http://bbb.test/blue/html5client/"))
      let index = try await Conversation.get("/blue/bigbluebutton/api", from: endpoint).text
      #expect(index.contains("bbb.test/blue/"), "\(index)")
      #expect(try await Conversation.get("/blue/html5client/join", from: endpoint).status == 200)
      // The page finds its server by its own path.
      #expect(try await Conversation.get("/blue/", from: endpoint).text.contains("location.pathname"))
      let live = try await Conversation.get("/blue/_sim/live", from: endpoint).text
      #expect(live.contains("\"name\" : \"blue\""))
    }
  }

  @Test func `clocks of a fleet go their own ways`() async throws {
    let fleet = try Self.fleet(.auto)
    try await fleet.whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        let headers = "Content-Type: application/json\r\n"
        _ = try await talk.get(
          "/blue/_sim/clock", method: "POST", headers: headers, body: #"{"advance": "5m"}"#)
        #expect(try await talk.get("/blue/_sim/clock").text.contains("\"offsetMilliseconds\" : 300000"))
        #expect(try await talk.get("/_sim/clock").text.contains("\"offsetMilliseconds\" : 0"))
        #expect(try await talk.get("/red/_sim/clock").text.contains("\"offsetMilliseconds\" : 0"))
      }
    }
    #expect(fleet.names.map(\.text) == ["blue", "red"])
  }

  @Test func `an unknown name of a fixed fleet is told what there is`() async throws {
    let root = try SimulatedServer.quiet()
    let fleet = ServerFleet(root: root, named: [try ServerName("blue"): root.twin()])
    try await fleet.whileListening { endpoint in
      let answer = try await Conversation.get(Self.call(.getMeetings, of: "red"), from: endpoint)
      #expect(answer.status == 404)
      #expect(
        answer.text.contains("'red'") && answer.text.contains("blue") && answer.text.contains("--servers"))
      #expect(try await Conversation.get("/red/_sim/clock", from: endpoint).status == 404)
      #expect(try await Conversation.get("/red/", from: endpoint).status == 404)
    }
    #expect(fleet.names.count == 1)
  }

  @Test func `a full fleet says so and takes no more`() async throws {
    let fleet = try Self.fleet(.auto, limit: 2)
    try await fleet.whileListening { endpoint in
      for name in ["a", "b", "a", "b"] {
        #expect(try await Conversation.get("/\(name)/api", from: endpoint).status == 200)
      }
      let refused = try await Conversation.get("/c/api", from: endpoint)
      #expect(refused.status == 503 && refused.text.contains("--max-servers"))
      let deleted = try await Conversation.hold(with: endpoint) {
        try await $0.get("/_sim/servers/a", method: "DELETE").status
      }
      #expect(deleted == 200)
      #expect(try await Conversation.get("/c/api", from: endpoint).status == 200)
    }
    #expect(fleet.names.map(\.text) == ["b", "c"])
  }

  @Test(arguments: [
    "/..", "/.hidden", "/_sim", "/-x", "/a%20b", "/a%2fb", "/bigbluebutton/bigbluebutton", "/html5client",
    "/\(String(repeating: "n", count: 65))", "/ü", "/", "//blue",
  ])
  func `what is no name makes no server`(prefix: String) async throws {
    let fleet = try Self.fleet(.auto)
    try await fleet.whileListening { endpoint in
      let answer = try await Conversation.get("\(prefix)/api/", from: endpoint)
      #expect(answer.status == 404 || answer.status == 400, "\(answer)")
    }
    #expect(fleet.names.isEmpty)
  }

  @Test func `named servers play other days, the same ones every time`() throws {
    let root = try SimulatedServer.frozen(.shipped(named: "two-rooms"))
    let seeds = try ["blue", "red", "blue"].map { root.seed(of: try ServerName($0)) }
    #expect(seeds[0] == seeds[2] && seeds[0] != seeds[1] && seeds[0] != root.simulator.timeline.seed)
  }

  /// Every run creates, joins, advances and ends in a world of its own, all at once.
  @Test func `sixty test runs at once never meet`() async throws {
    try await Self.fleet(.auto).whileListening { endpoint in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for run in 0..<60 { group.addTask { try await Self.testRun("run-\(run)", endpoint) } }
        try await group.waitForAll()
      }
    }
  }

  private static func testRun(_ name: String, _ endpoint: Endpoint) async throws {
    try await Conversation.hold(with: endpoint) { talk in
      _ = try await talk.get(call(.create, of: name, ["meetingID": "shared", "name": name]))
      for person in 1...3 {
        _ = try await talk.get(
          call(.join, of: name, ["meetingID": "shared", "fullName": "P\(person)", "role": "VIEWER"]))
      }
      _ = try await talk.get(
        "/\(name)/_sim/clock", method: "POST", headers: "Content-Type: application/json\r\n",
        body: #"{"advance": "10s"}"#)
      let info = try await talk.get(call(.getMeetingInfo, of: name, ["meetingID": "shared"])).text
      #expect(info.contains("<meetingName>\(name)</meetingName>"))
      #expect(info.contains("<participantCount>3</participantCount>"))
      let requests = try await talk.get("/\(name)/_sim/requests").text
      #expect(requests.components(separatedBy: "\"sequence\"").count == 6)
    }
  }
}
