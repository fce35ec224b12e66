import Foundation
import SimulatorServer
import Testing

@Suite(.timeLimit(.minutes(5))) struct ControlAccessTests {
  private static func ask(
    _ access: ControlAccess, host: String, headers: String = "", path: String = "/_sim/clock"
  )
    async throws -> WireAnswer
  {
    try await ServerFleet(root: try .quiet(), access: access).whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        try await talk.send("GET \(path) HTTP/1.1\r\nHost: \(host)\r\n\(headers)\r\n")
        return try await talk.answer()
      }
    }
  }

  @Test(arguments: [
    ("127.0.0.1:8090", "", 200), ("localhost:8090", "", 200), ("[::1]:8090", "", 200), ("bbb-sim", "", 200),
    ("bbb.test", "", 200), ("sim.evil.example", "", 403), ("evil.com:8090", "", 403),
    ("127.0.0.1.evil.com", "", 403),
    ("localhost:8090", "Origin: http://localhost:8090\r\n", 200),
    ("localhost:8090", "Origin: https://evil.com\r\n", 403), ("localhost:8090", "Origin: null\r\n", 403),
    ("localhost:8090", "Origin: http://localhost:80901\r\n", 403),
  ])
  func `no web page reaches the control API by a name or an origin of its own`(
    host: String, headers: String, status: Int
  ) async throws {
    #expect(try await Self.ask(.loopback, host: host, headers: headers).status == status)
  }

  @Test(arguments: [
    ("", 401), ("Authorization: Bearer sesame-open\r\n", 200), ("Authorization: bearer sesame-open\r\n", 200),
    ("Authorization: Bearer sesame-ope\r\n", 401), ("Authorization: Bearer sesame-openn\r\n", 401),
    ("Authorization: Bearer \r\n", 401), ("Authorization: Basic sesame-open\r\n", 401),
    ("Authorization: sesame-open\r\n", 401),
  ])
  func `with a token whoever brings it is let in, and nobody else`(headers: String, status: Int) async throws
  {
    for path in ["/_sim/clock", "/_sim", "/_sim/openapi.json"] {
      let answer = try await Self.ask(.token("sesame-open"), host: "evil.com", headers: headers, path: path)
      #expect(answer.status == status)
      #expect((answer.header("www-authenticate") != nil) == (status == 401))
      #expect(!answer.text.contains("sesame"))
    }
  }

  @Test(arguments: [
    ("localhost", "", false, 200), ("evil.com", "", false, 403), ("evil.com", "", true, 200),
    ("evil.com", "Authorization: Bearer sesame-open\r\n", false, 200),
    ("evil.com", "Authorization: Bearer sesame-shut\r\n", false, 403),
  ])
  func `the backoffice takes this machine, the token, or everybody when it is open`(
    host: String, headers: String, isOpen: Bool, status: Int
  ) async throws {
    var access = ControlAccess.token("sesame-open")
    access.opensBackoffice = isOpen
    let answer = try await Self.ask(access, host: host, headers: headers, path: "/backoffice/meetings")
    #expect(answer.status == status)
    #expect(answer.text.contains("--open-backoffice") == (status == 403))
    let control = try await Self.ask(access, host: host, path: "/_sim/clock")
    #expect(control.status == 401, "an open backoffice opens nothing else")
  }

  @Test(arguments: [
    ("GET", "/_sim/nothing", 404), ("GET", "/_sim/clock/x", 404), ("PATCH", "/_sim/clock", 405),
    ("PUT", "/_sim/world", 405), ("POST", "/blue/_sim/servers", 404), ("DELETE", "/_sim/servers/none", 404),
    ("GET", "/nobody/_sim/clock", 404),
  ])
  func `what is not there is told in JSON`(method: String, path: String, status: Int) async throws {
    let fleet = ServerFleet(root: try .quiet(), named: [try ServerName("blue"): try .quiet()])
    try await fleet.whileListening { endpoint in
      let answer = try await Conversation.hold(with: endpoint) { try await $0.get(path, method: method) }
      let refusal = try JSONDecoder().decode(RefusalAnswer.self, from: Data(answer.body))
      #expect(answer.status == status && refusal.status == status && !refusal.fix.isEmpty)
    }
  }

  @Test func `servers are made, listed and removed`() async throws {
    try await SimulatedServer.lectureDay().whileControlled { control in
      let made = try await control.json(
        "POST", "/servers", #"{"name": "blue", "seed": 7, "secret": "other"}"#)
      #expect(made["api"] as? String == "/blue/bigbluebutton/api" && made["seed"] as? String == "7")
      #expect(try await control.talk.get("/blue\(Target.meetings)").text.contains("checksumError"))
      #expect(try await control.list("GET", "/servers").compactMap { $0["name"] as? String } == ["blue"])
      #expect(try await control.refusal(409, "POST", "/servers", #"{"name": "blue"}"#).contains("blue"))
      #expect(try await control.refusal(400, "POST", "/servers", #"{"name": "a/b"}"#).contains("letters"))
      #expect(try await control.refusal(400, "POST", "/servers", #"{"name": "_sim"}"#).contains("letters"))
      #expect(!(try await control.ask("GET", "/servers").text.contains("other")))
      try await control.json("DELETE", "/servers/blue")
      #expect(try await control.refusal(404, "GET", "/servers/blue").contains("/_sim/servers"))
    }
  }
}
