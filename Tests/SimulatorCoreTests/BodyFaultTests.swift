import BBBAPI
import Determinism
import Scenarios
import SimulatorCore
import TestSupport
import Testing

/// Faults of the body and of time, by the bytes.
@Suite struct BodyFaultTests {
  private static func caller(_ effect: FaultRule.Effect, seed: UInt64? = nil) -> Caller {
    var scenario = Scenario.quiet
    scenario.faults = [FaultRule(effect: effect)]
    return Caller(scenario, seed: seed)
  }

  @Test(arguments: FaultRule.Damage.allCases) func `a damaged body is not well-formed, and nearly right`(
    damage: FaultRule.Damage
  ) throws {
    let right = Caller(.quiet).call(.getMeetings).body
    let damaged = Self.caller(.malformed(damage)).call(.getMeetings)
    #expect(damaged.status == 200)
    #expect(damaged.body.starts(with: right.prefix(right.count - 11)))
    #expect(try XMLLint.accepts(right))
    #expect(try !XMLLint.accepts(damaged.body))
  }

  @Test(arguments: FaultRule.Trap.allCases) func `a careful parser refuses a trap`(trap: FaultRule.Trap)
    throws
  {
    let reply = Self.caller(.hostile(trap)).call(.getMeetings)
    #expect(reply.header("Content-Type") == "text/xml;charset=utf-8")
    #expect(reply.text.contains("<returncode>SUCCESS</returncode>"))
    #expect(reply.text.contains("<!DOCTYPE") == (trap == .billionLaughs || trap == .externalEntity))
    // xmllint leaves external entities alone, unless it is asked to put them in.
    #expect(try XMLLint.accepts(reply.body) == (trap == .externalEntity))
  }

  @Test func `garbage is as long as asked for, by the seed, and new for each request`() {
    let caller = Self.caller(.garbage(bytes: 4096))
    let (first, second) = (caller.call(.getMeetings).body, caller.call(.getMeetings).body)
    #expect(first.count == 4096 && second.count == 4096 && first != second)
    #expect(first == Self.caller(.garbage(bytes: 4096)).call(.getMeetings).body)
    #expect(first != Self.caller(.garbage(bytes: 4096), seed: 9).call(.getMeetings).body)
  }

  @Test func `another content type is the only thing that changes`() {
    let right = Caller(.quiet).call(.getMeetings)
    let called = Self.caller(.contentType("application/json")).call(.getMeetings)
    #expect(called.body == right.body && called.header("Content-Type") == "application/json")
    #expect(called.headers.count == right.headers.count)
  }

  @Test func `a status may say when to come back`() {
    let reply = Self.caller(.status(429, retryAfter: .seconds(30))).call(.getMeetings)
    #expect(reply.status == 429 && reply.header("Retry-After") == "30")
    #expect(Self.caller(.status(503)).call(.getMeetings).header("Retry-After") == nil)
  }

  @Test func `a stale answer is that of an earlier moment, commands included`() throws {
    let caller = Self.caller(.stale(.seconds(300)))
    caller.call(.create, ["name": "Demo", "meetingID": "demo-1"])
    #expect(caller.call(.getMeetings).gist == "noMeetings")
    caller.offset = .seconds(60)
    caller.call(.join, ["meetingID": "demo-1", "fullName": "Ada", "role": "MODERATOR"])
    caller.offset = .seconds(299)
    #expect(caller.call(.getMeetings).gist == "noMeetings")
    caller.offset = .seconds(300)
    #expect(caller.call(.getMeetings).element("participantCount") == "0")
    #expect(caller.call(.isMeetingRunning, ["meetingID": "demo-1"]).element("running") == "false")
    caller.offset = .seconds(360)
    #expect(caller.call(.getMeetings).element("participantCount") == "1")
    // And what it tells is what was told then.
    let present = Caller(.quiet)
    present.call(.create, ["name": "Demo", "meetingID": "demo-1"])
    caller.offset = .seconds(300)
    #expect(try #require(caller.call(.getMeetings).element("createTime")).isEmpty == false)
  }
}
