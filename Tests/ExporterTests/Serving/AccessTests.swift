import TestSupport
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct AccessTests {
  @Test func `only who knows the password is let in, whatever the path`() async throws {
    try await withWebBench(config: aliceConfig) { web in
      for path in ["/metrics", "/", "/-/healthy", "/nowhere"] {
        #expect(try await web.status(path) == "401", "\(path)")
        for user in ["alice:wrong", "alice:", "bob:U*U", ":U*U", "ALICE:U*U"] {
          #expect(try await web.status(path, user: user) == "401", "\(path) \(user)")
        }
      }
      #expect(web.bench.fake.targets.isEmpty)
      #expect(try await web.status("/-/healthy", user: "alice:U*U") == "200")
      #expect(try await web.status("/nowhere", user: "alice:U*U") == "404")
      let head = try await web.curl(
        "/metrics", scheme: "http", ["--dump-header", "-", "--output", "/dev/null"])
      #expect(head.contains("WWW-Authenticate: Basic realm=\"bbb-exporter\""))
      let lines = web.bench.log.lines.joined()
      #expect(!lines.contains("alice") && !lines.contains("U*U") && !lines.contains("WxpY2U"))
    }
  }

  @Test func `what the operator says in headers is on every answer, refusals among them`() async throws {
    let config = aliceConfig + "http_server_config: { headers: { X-Frame-Options: deny } }\n"
    try await withWebBench(config: config) { web in
      for options in [[], ["--user", "alice:U*U"]] {
        let head = try await web.curl(
          "/-/healthy", scheme: "http", ["--include", options.first ?? "-4", options.last ?? "-4"])
        #expect(head.contains("X-Frame-Options: deny"), "\(head)")
      }
    }
  }

  @Test func `more than the rate allows is 429`() async throws {
    try await withWebBench(config: "rate_limit: { interval: 10s, burst: 2 }\n") { web in
      var statuses: [String] = []
      for _ in 0..<3 { statuses.append(try await web.status("/-/healthy")) }
      web.bench.clock.advance(by: .seconds(10))
      for _ in 0..<2 { statuses.append(try await web.status("/-/healthy")) }
      #expect(statuses == ["200", "200", "429", "200", "429"])
    }
  }

  @Test func `a flood of wrong passwords is turned away, and who was verified passes it`() async throws {
    let desk = PasswordDesk()
    let hash = try PasswordHash("$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW")
    let users = ["alice": hash]
    let alice = try #require(Credentials(authorization: "Basic YWxpY2U6VSpV"))
    let stranger = try #require(Credentials(authorization: "Basic bWFsbG9yeTp4"))
    #expect(await desk.verdict(on: alice, among: users) == .verified)
    let verdicts = await withTaskGroup(of: PasswordDesk.Verdict.self) { group in
      for _ in 0..<400 { group.addTask { await desk.verdict(on: stranger, among: users) } }
      let mine = await desk.verdict(on: alice, among: users)
      #expect(mine == .verified)
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(!verdicts.contains(.verified) && verdicts.contains(.crowded) && verdicts.contains(.refused))
    // A password that was good for another hash is none.
    let changed = ["alice": try PasswordHash("$2y$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a")]
    #expect(await desk.verdict(on: alice, among: changed) == .refused)
    #expect(await desk.verdict(on: alice, among: [:]) == .refused)
  }
}
