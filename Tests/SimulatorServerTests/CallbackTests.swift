import BBBAPI
import Determinism
import Foundation
import Scenarios
import SimulatorCore
import SimulatorServer
import Testing
import TimelineEngine

@Suite(.timeLimit(.minutes(5))) struct CallbackTests {
  /// A meeting `m` with one moderator, made by calls; then whatever the test does.
  private static func created(
    _ parameters: [(String, String)], at endpoint: Endpoint, joins: Bool = true
  ) async throws {
    _ = try await call("create", [("meetingID", "m & n"), ("name", "Demo")] + parameters, endpoint)
    guard joins else { return }
    _ = try await call(
      "join", [("meetingID", "m & n"), ("fullName", "Ann"), ("role", "MODERATOR"), ("userID", "ann")],
      endpoint)
  }

  @discardableResult
  private static func call(
    _ name: String, _ parameters: [(String, String)], _ endpoint: Endpoint
  ) async throws -> WireAnswer {
    let query = SignedQuery.signed(
      call: name, parameters: parameters.map { Metadatum($0.0, $0.1) }, secret: SimulatedServer.testSecret)
    return try await Conversation.get("\(Target.api)/\(name)?\(query)", from: endpoint)
  }

  /// What Python's hmac says of a token: its payload and whether the signature is right.
  private static func pythonOpinion(on token: String, _ algorithm: String) throws -> String {
    let script = """
      import base64, hashlib, hmac, json, sys
      pad = lambda s: base64.urlsafe_b64decode(s + '=' * (-len(s) % 4))
      head, body, mac = sys.argv[1].split('.')
      good = hmac.new(b'demo-secret', (head + '.' + body).encode(), getattr(hashlib, sys.argv[2])).digest()
      print(hmac.compare_digest(good, pad(mac)), json.dumps(json.loads(pad(head)), sort_keys=True), json.dumps(json.loads(pad(body)), sort_keys=True))
      """
    return try Command.run("python3", "-c", script, token, algorithm).output
  }

  @Test func `the end of a meeting is told to both addresses`() async throws {
    let server = try SimulatedServer.quiet()
    try await Receiver.with { receiver in
      let url = receiver.url
      try await server.whileListening { endpoint in
        try await Self.created(
          [
            ("record", "true"), ("meta_endCallbackUrl", "\(url)/end?x=1"),
            ("meetingEndedURL", "\(url)/ended"),
          ],
          at: endpoint)
        try await Self.call("end", [("meetingID", "m & n")], endpoint)
        let messages = await receiver.next(2)
        #expect(Set(messages.map(\.uri)) == ["/end?x=1&recordingmarks=true&meetingID=m+%26+n", "/ended"])
        #expect(messages.allSatisfy { $0.method == "GET" })
      }
    }
  }

  @Test func `a meeting that nobody joined has no recording marks`() async throws {
    let server = try SimulatedServer.quiet()
    try await Receiver.with { receiver in
      let url = receiver.url
      try await server.whileListening { endpoint in
        try await Self.created(
          [("record", "true"), ("meta_endCallbackUrl", "\(url)/end")], at: endpoint, joins: false)
        try server.advance(by: .seconds(300))
        let message = await receiver.next()
        #expect(message.first?.uri == "/end?recordingmarks=false&meetingID=m+%26+n")
      }
    }
  }

  @Test func `a published recording is told with a token that Python verifies`() async throws {
    let server = try SimulatedServer.quiet()
    try await Receiver.with { receiver in
      let url = receiver.url
      try await server.whileListening { endpoint in
        try await Self.created(
          [("record", "true"), ("meta_bbb-recording-ready-url", "\(url)/ready")], at: endpoint)
        try await Self.call("end", [("meetingID", "m & n")], endpoint)
        try server.advance(by: .seconds(3600))
        let message = try #require(await receiver.next().first)
        let token = try #require(message.field("signed_parameters"))
        let opinion = try Self.pythonOpinion(on: token, "sha256")
        let recordID = server.world.recordings[0].recordID
        #expect(message.headers["content-type"]?.hasPrefix("application/x-www-form-urlencoded") == true)
        #expect(
          opinion
            == #"True {"alg": "HS256", "typ": "JWT"} {"meeting_id": "m & n", "record_id": "\#(recordID)"}"#
            + "\n")
      }
    }
  }

  @Test func `analytics are sent where events are kept, under a token that ends`() async throws {
    let server = try SimulatedServer.quiet()
    try await Receiver.with { receiver in
      let url = receiver.url
      try await server.whileListening { endpoint in
        try await Self.created(
          [("meetingKeepEvents", "true"), ("meta_analytics-callback-url", "\(url)/analytics")], at: endpoint)
        try await Self.call("end", [("meetingID", "m & n")], endpoint)
        let message = try #require(await receiver.next().first)
        let token = try #require(message.headers["authorization"]?.split(separator: " ").last)
        let opinion = try Self.pythonOpinion(on: String(token), "sha512")
        #expect(opinion.hasPrefix(#"True {"alg": "HS512", "typ": "JWT"} {"exp": "#))
        let body = try JSONSerialization.jsonObject(with: Data(message.body.utf8)) as? [String: Any]
        #expect(body?["meeting_id"] as? String == "m & n")
      }
    }
  }

  @Test func `a hook hears of its events, with a checksum that openssl computes too`() async throws {
    let server = try SimulatedServer.quiet()
    try await Receiver.with { receiver in
      let url = receiver.url
      try await server.whileListening { endpoint in
        try await Self.call("hooks/create", [("callbackURL", "\(url)/hook?a=1")], endpoint)
        try await Self.call(
          "hooks/create",
          [("callbackURL", "\(url)/one"), ("eventID", "User-Joined"), ("meetingID", "m & n")],
          endpoint)
        try await Self.created([], at: endpoint)
        try await Self.call("end", [("meetingID", "m & n")], endpoint)
        let messages = await receiver.next(5)
        let all = messages.filter { $0.uri.hasPrefix("/hook?a=1&checksum=") }
        let events = try all.map { try Self.events(in: $0).map(Self.id) }
        #expect(
          events == [["meeting-created"], ["user-joined"], ["user-presenter-assigned"], ["meeting-ended"]])
        #expect(messages.filter { $0.uri.hasPrefix("/one?checksum=") }.count == 1)
        let first = try #require(all.first)
        #expect(
          first.body.split(separator: "&").map { $0.prefix { $0 != "=" } } == [
            "domain", "event", "timestamp",
          ])
        let signed = "\(url)/hook?a=1\(first.body)demo-secret"
        let digest = try Command.run(
          "sh", "-c", #"printf %s "$1" | openssl dgst -sha1 -r | cut -c1-40"#, "sh", signed)
        #expect(first.uri.hasSuffix("checksum=\(digest.output.prefix(40))"))
      }
    }
  }

  private static func events(in message: Receiver.Message) throws -> [[String: Any]] {
    let text = message.field("event")?.split(separator: "+", omittingEmptySubsequences: false).joined(
      separator: "%20")
    let json = try #require(text?.removingPercentEncoding)
    return try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
  }

  private static func id(_ event: [String: Any]) -> String {
    ((event["data"] as? [String: Any])?["id"] as? String) ?? "?"
  }

  @Test func `a hook that fails is tried again when the clock says so, and removed in the end`() async throws
  {
    let server = try SimulatedServer.quiet()
    try await Receiver.with(answer: { _ in 500 }) { receiver in
      let url = receiver.url
      try await server.whileListening { endpoint in
        try await Self.call(
          "hooks/create", [("callbackURL", "\(url)/hook"), ("eventID", "meeting-created")], endpoint)
        try await Self.created([], at: endpoint, joins: false)
        _ = await receiver.next()
        var moments = server.moments().makeAsyncIterator()
        for _ in 0..<12 {
          // The attempt has been noted once the next one has its moment.
          while server.deliveries.first?.nextAttempt == nil { await Task.yield() }
          try server.advance(by: .seconds(60))
          _ = await receiver.next()
        }
        while !server.simulator.webhooks.isEmpty { _ = await moments.next() }
        let delivery = try #require(server.deliveries.first)
        #expect((delivery.attempts, delivery.outcome, delivery.status) == (13, .abandoned, 500))
      }
    }
  }

  @Test func `nothing goes off this machine, not even where a redirect leads`() async throws {
    let server = try SimulatedServer.quiet()
    try await Receiver.with(location: "http://192.0.2.1/x", answer: { _ in 302 }) { receiver in
      let url = receiver.url
      try await server.whileListening { endpoint in
        try await Self.created(
          [
            ("meta_endCallbackUrl", "\(url)/end"),
            ("meetingEndedURL", "http://bbb.example.org/secret?token=1"),
          ],
          at: endpoint)
        try await Self.call("end", [("meetingID", "m & n")], endpoint)
        _ = await receiver.next()
        while server.deliveries.count < 2 || server.deliveries.contains(where: { $0.outcome != .refused }) {
          await Task.yield()
        }
        #expect(server.deliveries.allSatisfy { $0.reason?.contains("--allow-callbacks") == true })
        #expect(server.deliveries.map(\.host).contains("bbb.example.org"))
        #expect(!server.deliveries.contains { "\($0)".contains("token") })
      }
    }
  }

  @Test func `what became of callbacks is shown without what is secret`() async throws {
    let server = try SimulatedServer.quiet()
    try await server.whileListening { endpoint in
      try await Self.created(
        [("meetingEndedURL", "http://ann:sesame@bbb.example.org/secret?token=1")], at: endpoint)
      try await Self.call("end", [("meetingID", "m & n")], endpoint)
      while server.deliveries.isEmpty { await Task.yield() }
      let text = try await Conversation.get("/_sim/callbacks", from: endpoint).text
      for part in [#""host" : "bbb.example.org""#, #""outcome" : "refused""#, #""attempts" : 0"#] {
        #expect(text.contains(part), "\(part)")
      }
      #expect(!text.contains("sesame") && !text.contains("token") && !text.contains("/secret"))
      #expect(try await Conversation.get("/_sim/callbacks?since=1", from: endpoint).status == 400)
    }
  }
}
