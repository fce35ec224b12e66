import TestSupport
import Testing

@testable import LoadEngine

@Suite struct PlanTextTests {
  @Test(arguments: [
    (PlanText(rate: 100), "constant 100/s for 10s", 1000),
    (PlanText(rate: 0.5, duration: .seconds(60)), "constant 0.5/s for 1m", 30),
    (PlanText(shape: "ramp:10..200", duration: .seconds(60)), "ramp 10..200/s for 1m", 6300),
    (PlanText(shape: "ramp:200..0"), "ramp 200..0/s for 10s", 1000),
    (
      PlanText(shape: "steps:10@5s,0@1m30s,200@20s"), "steps 10/s for 5s, 0/s for 1m 30s, 200/s for 20s", 4050
    ),
    (PlanText(shape: "poisson", rate: 7), "Poisson, constant 7/s for 10s", 70),
    (PlanText(shape: "poisson:ramp:1..3"), "Poisson, ramp 1..3/s for 10s", 20),
  ])
  func `a text means a plan`(_ text: PlanText, _ description: String, _ count: Int) throws {
    let plan = try text.plan(seed: 1)
    #expect(plan.description == description)
    #expect(plan.count == count)
  }

  @Test(arguments: [
    (PlanText(), PlanTextError.missingRate), (PlanText(shape: "poisson"), .missingRate),
    (PlanText(rate: 0), .badRate("0.0")), (PlanText(rate: -1), .badRate("-1.0")),
    (PlanText(rate: .nan), .badRate("nan")),
    (PlanText(rate: 1, duration: .zero), .badDuration("0s")),
    (PlanText(shape: "sine", rate: 1), .unknownShape("sine")),
    (PlanText(shape: "", rate: 1), .unknownShape("")),
    (PlanText(shape: "poisson:poisson", rate: 1), .unknownShape("poisson")),
    (PlanText(shape: "ramp:10"), .badRamp("10")), (PlanText(shape: "ramp:a..2"), .badRate("a")),
    (PlanText(shape: "ramp:0..0"), .badRamp("0..0")), (PlanText(shape: "ramp:1..inf"), .badRate("inf")),
    (PlanText(shape: "ramp:1..2", rate: 3), .saidTwice(option: "--rate", shape: "ramp")),
    (PlanText(shape: "steps:10"), .badStep("10")), (PlanText(shape: "steps:10@5"), .badStep("10@5")),
    (PlanText(shape: "steps:10@0s"), .badStep("10@0s")), (PlanText(shape: "steps:0@1s"), .badStep("0@1s")),
    (PlanText(shape: "steps:1@1s,"), .badStep("")), (PlanText(shape: "steps:x@1s"), .badRate("x")),
    (PlanText(shape: "steps:1@1s", duration: .seconds(1)), .saidTwice(option: "--for", shape: "steps")),
  ])
  func `anything else is refused with its reason`(_ text: PlanText, _ error: PlanTextError) {
    #expect(throws: error) { try text.plan(seed: 1) }
  }

  @Test(arguments: [("3/8", 2, 8), ("1/1", 0, 1)])
  func `a shard is counted from one`(_ text: String, _ position: Int, _ total: Int) {
    #expect(Shard(parsing: text) == Shard(position: position, of: total))
    #expect(Shard(parsing: text)?.description == text)
  }

  @Test(arguments: ["", "3", "0/8", "9/8", "3/0", "-1/8", "a/b", "1/2/3", "1/2000000"])
  func `anything else is no shard`(_ text: String) {
    #expect(Shard(parsing: text) == nil)
  }

  @Test(arguments: [
    (PlanText(rate: 100), "plan-constant.txt", Shard.whole),
    (PlanText(shape: "poisson:ramp:10..200", duration: .seconds(60)), "plan-poisson-ramp.txt", .whole),
    (PlanText(shape: "steps:10@5s,0@5s,200@20s"), "plan-steps-shard.txt", Shard(position: 2, of: 8)),
  ])
  func `the plan's table is as recorded`(_ text: PlanText, _ file: String, _ shard: Shard) throws {
    try golden.expect(PlanTable(of: try text.plan(seed: 1).shard(shard)).text, is: file)
  }

  @Test func `what passes the usual bounds must be meant`() throws {
    let limits = DispatchLimits()
    func check(_ curve: RateCurve, _ limits: DispatchLimits) throws(CeilingError) {
      try Ceiling.usual.check(LoadPlan(curve), limits)
    }
    try check(.constant(10_000, for: .seconds(3600)), limits)
    #expect(throws: CeilingError.tooLong(limit: .seconds(3600))) {
      try check(.constant(1, for: .seconds(3601)), limits)
    }
    #expect(throws: CeilingError.tooFast(limit: 10_000)) {
      try check(.ramp(from: 1, to: 10_001, for: .seconds(1)), limits)
    }
    #expect(throws: CeilingError.tooManyConnections(limit: 1000)) {
      try check(.constant(1, for: .seconds(1)), DispatchLimits(connections: 1001))
    }
  }
}
