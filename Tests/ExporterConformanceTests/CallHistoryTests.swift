import BBBAPI
import Determinism
import PrometheusText
import Scenarios
import SimulatorCore
import SimulatorServer
import Testing

@testable import ExporterConformance

struct CallHistoryTests {
  @Test func `meetings count once however often they are seen`() throws {
    var exporter = try PerfectExporter(
      ConformanceCase(over: "two-rooms", "script: [{ at: 12m, expect: oracle }]"))
    _ = exporter.scrape()
    _ = exporter.scrape()
    #expect(exporter.history.meetings.count == 2)
    #expect(exporter.history.getMeetings.count == 2)
    #expect(CallHistory.states.map { exporter.history.calls(for: $0).count } == [2, 2, 2, 2])
  }

  @Test(arguments: [
    (FaultRule.Effect.status(503), false), (.hang, false), (.empty, false),
    (.latency(DurationDistribution(seconds: .constant(0.001))), true),
  ])
  func `an answer is good when it is right, even if late`(effect: FaultRule.Effect, isGood: Bool) throws {
    var exporter = try PerfectExporter(
      ConformanceCase(over: "two-rooms", "script: [{ at: 12m, expect: oracle }]"))
    let rules = [FaultRule(effect: effect)]
    exporter.server.simulator.setFaults(rules)
    _ = exporter.scrape()
    var history = CallHistory()
    history.account(for: exporter.server.simulator.exchanges, world: exporter.server.world, faults: rules)
    #expect(history.knowsMeetings == isGood)
    #expect(history.meetings.count == (isGood ? 2 : 0))
    #expect(CallHistory.states.allSatisfy { history.calls(for: $0).isKnown == isGood })
  }

  @Test func `while getMeetings fails its families are forbidden and the counters stay`() throws {
    var exporter = try PerfectExporter(
      ConformanceCase(over: "two-rooms", "script: [{ at: 12m, expect: oracle }]"))
    _ = exporter.scrape()
    var history = exporter.history
    let rules = [FaultRule(effect: .status(503))]
    exporter.server.simulator.setFaults(rules)
    _ = exporter.scrape()
    history.account(for: exporter.server.simulator.exchanges, world: exporter.server.world, faults: rules)
    let families = exporter.oracle.families(Oracle.Evidence(world: exporter.server.world, history: history))
    let forbidden = families.filter { $0.presence == .forbidden }.map(\.family.name)
    #expect(forbidden.contains("bbb_meetings") && forbidden.contains("bbb_room_participants"))
    let page = try families.page()
    #expect(page.index.value(of: "bbb_api_up") == 0)
    #expect(page.index.value(of: "bbb_unique_meetings_total") == 2)
  }

  @Test func `a refused checksum is no answer`() throws {
    let exporter = try PerfectExporter(
      ConformanceCase(over: "two-rooms", "script: [{ at: 12m, expect: oracle }]"))
    let request = APIRequest(
      path: "getMeetings", query: RawQuery("checksum=00"), serverURL: "http://127.0.0.1")
    _ = exporter.server.simulator.respond(to: request, at: exporter.server.clock.now)
    var history = CallHistory()
    history.account(for: exporter.server.simulator.exchanges, world: exporter.server.world, faults: [])
    #expect(!history.knowsMeetings)
    #expect(history.getMeetings.count == 1)
  }

  @Test func `what is asked for one state and fails is unknown, and the others stay known`() throws {
    var exporter = try PerfectExporter(
      ConformanceCase(over: "two-rooms", "script: [{ at: 12m, expect: oracle }]"))
    var rule = FaultRule(effect: .status(503))
    rule.states = [.deleted]
    exporter.server.simulator.setFaults([rule])
    _ = exporter.scrape()
    var history = CallHistory()
    history.account(for: exporter.server.simulator.exchanges, world: exporter.server.world, faults: [rule])
    #expect(
      CallHistory.states.filter { history.calls(for: $0).isKnown } == [.processing, .published, .unpublished])
    let families = exporter.oracle.families(Oracle.Evidence(world: exporter.server.world, history: history))
    #expect(families.first { $0.family.name == "bbb_recordings_deleted" }?.presence == .forbidden)
    #expect(families.first { $0.family.name == "bbb_recordings_published" }?.presence == .demanded)
  }

  @Test(arguments: [
    (nil, 0.1), (FaultRule.Effect.latency(DurationDistribution(seconds: .constant(0.05))), 0.1),
    (.latency(DurationDistribution(seconds: .constant(0.2))), .infinity), (.hang, .infinity),
    (.status(503), 0.1),
  ])
  func `a call takes no longer than its scrape, unless a fault still holds it`(
    effect: FaultRule.Effect?, bound: Double
  ) throws {
    let exporter = try PerfectExporter(
      ConformanceCase(over: "two-rooms", "script: [{ at: 12m, expect: oracle }]"))
    let rules = effect.map { [FaultRule(effect: $0)] } ?? []
    exporter.server.simulator.setFaults(rules)
    var scraped = exporter
    _ = scraped.scrape()
    var history = CallHistory()
    history.account(
      for: exporter.server.simulator.exchanges, world: exporter.server.world, faults: rules,
      longest: .milliseconds(100))
    #expect(history.getMeetings.bounds == [bound])
  }
}
