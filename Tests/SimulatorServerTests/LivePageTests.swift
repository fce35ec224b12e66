import BBBAPI
import Foundation
import Scenarios
import SimulatorServer
import Testing

@Suite(.serialized, .timeLimit(.minutes(5))) struct LivePageTests {
  private static let hostile = #"<img src=x onerror="document.title='owned'"><script>alert(1)</script>&amp;'"#

  /// A server with a meeting whose name would like to be markup.
  private static func attacked() throws -> SimulatedServer {
    var scenario = Scenario.quiet
    var plan = MeetingPlan(id: "hostile", name: hostile, at: .zero, lasts: .seconds(3600))
    plan.people = [PeoplePlan(count: 3, crowd: Crowd(name: "c"))]
    scenario.meetings = [plan]
    return try .frozen(scenario, at: .seconds(60))
  }

  private static func live(_ query: String, of server: SimulatedServer) async throws -> [String: Any] {
    try await server.whileListening { endpoint in
      let answer = try await Conversation.get("/_sim/live?" + query, from: endpoint)
      #expect(answer.status == 200)
      return answer
    }.json
  }

  @Test func `the page loads nothing from elsewhere and says so`() async throws {
    let page = try await Self.attacked().whileListening { try await Conversation.get("/", from: $0) }
    let policy = try #require(page.header("content-security-policy"))
    #expect(policy.hasPrefix("default-src 'none'; script-src 'sha256-") && !policy.contains("unsafe"))
    #expect(page.header("x-content-type-options") == "nosniff")
    #expect(!page.text.contains("https://") && !page.text.contains("owned"))
  }

  @Test func `a browser shows a hostile name as text`() async throws {
    let dom = try await Self.attacked().whileListening { endpoint in
      try Command.run(
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=5000", "--dump-dom",
        endpoint.url + "/"
      ).output
    }
    #expect(dom.contains("&lt;img src=x onerror="), "the script ran under its policy and wrote the name")
    #expect(!dom.contains("<img") && !dom.contains("<title>owned"))
    #expect(dom.ranges(of: "<script").count == 1)
  }

  @Test func `ten thousand rooms are shown a page at a time`() async throws {
    var scenario = Scenario.quiet
    scenario.meetings = (0..<10_000).map {
      MeetingPlan(id: "room-\($0)", name: "Room \($0)", at: .zero, lasts: .seconds(3600))
    }
    let view = try await Self.live("from=9990&limit=50&order=name", of: .frozen(scenario, at: .seconds(1)))
    #expect(view["meetingCount"] as? Int == 10_000 && (view["meetings"] as? [Any])?.count == 10)
    let found = try await Self.live("search=room%209999", of: .frozen(scenario, at: .seconds(1)))
    #expect(found["matchCount"] as? Int == 1)
    let capped = try await Self.live("limit=5000", of: .frozen(scenario, at: .seconds(1)))
    #expect((capped["meetings"] as? [Any])?.count == 200)
  }
}

extension WireAnswer {
  fileprivate var json: [String: Any] {
    get throws { try #require(try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]) }
  }
}
