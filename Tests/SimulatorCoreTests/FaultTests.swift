import BBBAPI
import Determinism
import Scenarios
import SimulatorCore
import Testing
import TimelineEngine

@Suite struct FaultTests {
  private static func caller(seed: UInt64? = nil, _ rules: FaultRule...) -> Caller {
    var scenario = Scenario.quiet
    scenario.faults = rules
    return Caller(scenario, seed: seed)
  }

  private static func rule(_ effect: FaultRule.Effect, _ change: (inout FaultRule) -> Void = { _ in })
    -> FaultRule
  {
    var rule = FaultRule(effect: effect)
    change(&rule)
    return rule
  }

  /// The statuses of so many calls of getMeetings.
  private static func statuses(_ caller: Caller, _ count: Int) -> [Int] {
    (0..<count).map { _ in caller.call(.getMeetings).status }
  }

  @Test(arguments: [
    (0, 200), (59, 200), (60, 503), (119, 503), (120, 200), (9000, 200),
  ])
  func `a fault lasts from its first moment up to its last`(second: Int, status: Int) {
    let caller = Self.caller(
      Self.rule(.status(503)) {
        $0.from = .seconds(60)
        $0.to = .seconds(120)
      })
    caller.offset = .seconds(second)
    #expect(caller.call(.getMeetings).status == status)
  }

  @Test func `only the first requests fail`() {
    #expect(Self.statuses(Self.caller(Self.rule(.status(500)) { $0.first = 2 }), 4) == [500, 500, 200, 200])
  }

  @Test func `every third request fails`() {
    let caller = Self.caller(Self.rule(.status(500)) { $0.every = 3 })
    #expect(Self.statuses(caller, 7) == [200, 200, 500, 200, 200, 500, 200])
  }

  @Test func `of the first six every second fails`() {
    let rule = Self.rule(.status(500)) {
      $0.first = 6
      $0.every = 2
    }
    #expect(Self.statuses(Self.caller(rule), 8) == [200, 500, 200, 500, 200, 500, 200, 200])
  }

  @Test func `only the calls that are named are met and counted`() {
    let caller = Self.caller(
      Self.rule(.status(500)) {
        $0.calls = [.getMeetings]
        $0.first = 1
      })
    #expect(caller.call(.getRecordings).status == 200)
    #expect(caller.raw("nothing", "").status == 404)
    #expect(Self.statuses(caller, 2) == [500, 200])
  }

  @Test func `chance follows the seed`() {
    let rule = Self.rule(.status(500)) { $0.chance = 0.3 }
    let first = Self.statuses(Self.caller(rule), 400)
    #expect(first == Self.statuses(Self.caller(rule), 400))
    #expect(first != Self.statuses(Self.caller(seed: 4, rule), 400))
    #expect((80...160).contains(first.count { $0 == 500 }))
  }

  @Test(arguments: [(0.0, 0), (1, 50)]) func `chance of none and all`(chance: Double, failures: Int) {
    let caller = Self.caller(Self.rule(.status(500)) { $0.chance = chance })
    #expect(Self.statuses(caller, 50).count { $0 == 500 } == failures)
  }

  @Test func `latencies add up and leave the answer alone`() {
    let quick = Self.caller().call(.getMeetings)
    let latency = Self.rule(.latency(DurationDistribution(seconds: .constant(1.5))))
    let slow = Self.caller(latency, latency).call(.getMeetings)
    #expect(slow.delay == .seconds(3))
    #expect((slow.status, slow.headers, slow.body) == (quick.status, quick.headers, quick.body))
  }

  @Test func `a latency without bounds is bounded`() {
    let wild = DurationDistribution(seconds: .lognormal(median: 0.001, p99: 3_153_600_000))
    let caller = Self.caller(Self.rule(.latency(wild)), Self.rule(.latency(wild)))
    let delays = (0..<3000).map { _ in caller.call(.getMeetings).delay }
    #expect(delays.allSatisfy { $0 >= .zero && $0 <= .seconds(86_400) })
  }

  @Test func `of two effects the first counts`() {
    #expect(Self.caller(Self.rule(.status(502)), Self.rule(.hang)).call(.getMeetings).status == 502)
    #expect(Self.caller(Self.rule(.hang), Self.rule(.status(502))).call(.getMeetings).delivery == .never)
  }

  @Test func `each effect leaves its own mark`() {
    func reply(_ effect: FaultRule.Effect) -> APIReply { Self.caller(Self.rule(effect)).call(.getMeetings) }
    let right = Self.caller().call(.getMeetings)
    #expect(reply(.status(503)).text.contains("<h1>503 Service Temporarily Unavailable</h1>"))
    #expect(reply(.html).status == 200 && reply(.html).header("Content-Type") == "text/html")
    #expect(reply(.empty).status == 200 && reply(.empty).body.isEmpty)
    #expect(
      reply(.truncated(bytes: 9)).delivery == .truncated(bytes: 9)
        && reply(.truncated(bytes: 9)).body == right.body)
    #expect(reply(.reset).delivery == .reset && reply(.hang).delivery == .never)
    let failed = reply(.failed(APIFailure(messageKey: "k<", message: "m & m")))
    #expect(failed.element("messageKey") == "k&lt;" && failed.element("message") == "m &amp; m")
  }

  @Test(arguments: [FaultRule.Effect.status(500), .html, .failed(.meetingNotFound), .reset, .hang])
  func `a call that is never reached changes nothing`(effect: FaultRule.Effect) {
    let caller = Self.caller(Self.rule(effect) { $0.calls = [.create] })
    caller.call(.create, ["name": "Demo", "meetingID": "demo-1"])
    #expect(caller.simulator.timeline.journal.isEmpty)
    #expect(caller.call(.getMeetings).gist == "noMeetings")
  }

  @Test(arguments: [FaultRule.Effect.empty, .truncated(bytes: 3)])
  func `a call whose answer is lost has still been carried out`(effect: FaultRule.Effect) {
    let caller = Self.caller(Self.rule(effect) { $0.calls = [.create] })
    caller.call(.create, ["name": "Demo", "meetingID": "demo-1"])
    #expect(caller.call(.getMeetings).element("meetingID") == "demo-1")
  }

  @Test func `new rules begin to count anew`() {
    let caller = Self.caller(Self.rule(.status(500)) { $0.first = 1 })
    #expect(Self.statuses(caller, 2) == [500, 200])
    caller.simulator.setFaults([Self.rule(.status(502)) { $0.first = 1 }])
    #expect(Self.statuses(caller, 2) == [502, 200])
    caller.simulator.setFaults([])
    #expect(Self.statuses(caller, 1) == [200])
  }
}
