import Determinism
import Testing

@testable import LoadEngine

@Suite struct DispatcherTests {
  private let hundredASecond = LoadPlan(.constant(100, for: .seconds(10)))

  @Test func `without trouble, latency is service time`() {
    var run = VirtualRun(hundredASecond, DispatchLimits()) { _, _ in .answer(after: 3 * millisecond) }
    let total = run.play().total
    #expect(
      total.planned == 1000 && total.sent == 1000 && total.ok == 1000 && total.errors == 0
        && total.dropped == 0)
    #expect(total.latency == total.serviceTime)
    #expect(total.latency.microseconds(atPercentile: 50) == 3000)
    #expect(run.sent.map(\.at) == (0..<1000).map { Int64($0) * 10 * millisecond })
  }

  /// From 2 s to 3 s the server answers nobody; otherwise it takes 1 ms. One connection, a request every 10 ms.
  ///
  /// The request of 2 s gets its answer at 3.001 s. The k-th behind it leaves when its predecessor is answered, and is
  /// answered at 3.001 s + k · 1 ms: 1001 − 9k milliseconds after its instant, until that is 1 ms again.
  @Test func `a stall of a second shows in latency as arithmetic says, and service time hides it`() {
    var run = VirtualRun(hundredASecond, DispatchLimits(connections: 1)) { now, _ in
      let isStalled = now >= 2000 * millisecond && now < 3000 * millisecond
      return .answer(after: (isStalled ? 3000 * millisecond - now : 0) + millisecond)
    }
    let total = run.play().total

    var (latency, serviceTime) = (LatencyHistogram(), LatencyHistogram())
    for k in Int64(-200)..<800 {
      latency.record(nanoseconds: (k < 0 ? 1 : max(1, 1001 - 9 * k)) * millisecond)
      serviceTime.record(nanoseconds: (k == 0 ? 1001 : 1) * millisecond)
    }
    #expect(total.latency == latency)
    #expect(total.serviceTime == serviceTime)
    #expect(total.ok == 1000 && total.dropped == 0)
    // All but ten of 1000 are not above that of k = 10, 911 ms; service time knows of a single slow answer.
    #expect((910_800...911_500).contains(total.latency.microseconds(atPercentile: 99) ?? 0))
    #expect(total.serviceTime.microseconds(atPercentile: 99) == 1000)
  }

  @Test func `a stall with connections enough shows in both`() {
    var run = VirtualRun(hundredASecond, DispatchLimits(connections: 200)) { now, _ in
      let isStalled = now >= 2000 * millisecond && now < 3000 * millisecond
      return .answer(after: (isStalled ? 3000 * millisecond - now : 0) + millisecond)
    }
    let total = run.play().total
    #expect(total.latency == total.serviceTime)
    // Without waiting for the others 1001 − 10k: all but ten are not above 901 ms.
    #expect((900_800...901_500).contains(total.latency.microseconds(atPercentile: 99) ?? 0))
  }

  @Test func `what found no free connection in time is dropped, and nothing else waits for it`() {
    // Each answer takes 100 ms on one connection: ten a second of the hundred that are due.
    var run = VirtualRun(hundredASecond, DispatchLimits(connections: 1, patience: .milliseconds(45))) {
      _, _ in
      .answer(after: 100 * millisecond)
    }
    let total = run.play().total
    // Sent at 0; at 100 ms the oldest that may still leave is that of 60 ms; so on every 100 ms up to 10 s, where that
    // of 9.96 s leaves.
    #expect(total.sent == 101 && total.dropped == 899 && total.planned == 1000)
    #expect(run.sent.prefix(3).map(\.at) == [0, 100, 200].map { $0 * millisecond })
    // 100 ms of service and 40 ms of waiting.
    #expect((139_900...140_200).contains(total.latency.microseconds(atPercentile: 99) ?? 0))
  }

  @Test
  func `an answer that is too late is given up, counted with the time waited, and its connection closed`() {
    let plan = LoadPlan(.constant(10, for: .seconds(1)))
    var run = VirtualRun(plan, DispatchLimits(connections: 20, timeout: .milliseconds(250))) { now, _ in
      now == 0 || now == 300 * millisecond ? .never : .answer(after: millisecond)
    }
    let total = run.play().total
    #expect(total[.timeout] == 2 && total.ok == 8)
    #expect(run.abandoned.map(\.at) == [250, 550].map { $0 * millisecond })
    #expect(total.latency.count == 10)
    #expect(total.latency.microseconds(atPercentile: 100) == 250_000)
  }

  @Test func `the time a connection takes is latency, not service time`() {
    let plan = LoadPlan(.constant(1, for: .seconds(1)))
    var run = VirtualRun(plan, DispatchLimits()) { _, _ in
      .connect(40 * millisecond, thenAnswerAfter: 2 * millisecond)
    }
    let total = run.play().total
    #expect(total.latency.microseconds(atPercentile: 100) == 42_000)
    #expect(total.serviceTime.microseconds(atPercentile: 100) == 2_000)
  }

  @Test func `errors are counted by kind, and only answers have a latency`() {
    let kinds: [VirtualRun.Reply] = [
      .answer(after: 1, .status), .answer(after: 1, .failed), .fail(after: 1, .connect),
      .fail(after: 1, .closed),
      .fail(after: 1, .malformed), .answer(after: 1),
    ]
    let plan = LoadPlan(.constant(6, for: .seconds(1)))
    var asked = 0
    var run = VirtualRun(plan, DispatchLimits()) { _, _ in
      asked += 1
      return kinds[asked - 1]
    }
    let total = run.play().total
    #expect(total.ok == 1 && total.errors == 5 && total.unfinished == 0)
    #expect(
      [.status, .failed, .connect, .closed, .malformed, .timeout].map { total[$0] } == [1, 1, 1, 1, 1, 0])
    #expect(total.latency.count == 3)
  }

  @Test func `a stop counts what was due and what had no outcome`() {
    var run = VirtualRun(hundredASecond, DispatchLimits(connections: 3)) { now, _ in
      now < 100 * millisecond ? .answer(after: millisecond) : .never
    }
    let total = run.play(until: 205 * millisecond).total
    // Due at 0, 10, … 200 ms: 21. Ten answered, three in flight for good, eight without a connection.
    #expect(
      total.planned == 21 && total.ok == 10 && total.sent == 13 && total.waiting == 8
        && total.unfinished == 11)
  }

  @Test func `few connections are used when few are needed`() {
    var run = VirtualRun(hundredASecond, DispatchLimits(connections: 64)) { _, _ in
      .answer(after: 15 * millisecond)
    }
    _ = run.play()
    #expect(Set(run.sent.map(\.slot)) == [0, 1])
  }

  @Test(arguments: 0..<40)
  func `whatever the server does, every request has one outcome and none leaves early`(_ seed: Int) {
    var stream = StreamKey(seed: 21).child(seed).stream
    let plan = RandomPlans.plan(seed: seed)
    let limits = DispatchLimits(
      connections: 1 + stream.nextInteger(below: 6), patience: .milliseconds(stream.nextInteger(below: 500)),
      timeout: .milliseconds(1 + stream.nextInteger(below: 300)))
    var run = VirtualRun(plan, limits, weights: [3, 1, 2]) { _, _ in
      let time = Int64(stream.nextInteger(below: 400)) * millisecond
      switch stream.nextInteger(below: 10) {
      case 0: return .never
      case 1: return .fail(after: time, .closed)
      case 2: return .connect(time, thenAnswerAfter: time)
      default: return .answer(after: time)
      }
    }
    let record = run.play()
    let total = record.total
    #expect(total.planned == plan.count && total.unfinished == 0 && total.waiting == 0)
    #expect(total.ok + total.errors == total.sent && run.sent.count == total.sent)
    #expect(total.latency.count == total.ok + total[.timeout])
    #expect(run.abandoned.count == total[.timeout])
    #expect(
      run.abandoned.allSatisfy { late in
        run.sent.contains { $0.slot == late.slot && $0.at + limits.timeout.wholeNanoseconds == late.at }
      }, "each is given up at its own deadline")
    #expect(zip(run.sent, plan.instants).allSatisfy { .nanoseconds($0.at) >= $1 })
    for percentile in [1.0, 50, 99, 100] {
      let (latency, service) = (
        total.latency.microseconds(atPercentile: percentile),
        total.serviceTime.microseconds(atPercentile: percentile)
      )
      #expect(latency ?? 0 >= service ?? 0)
    }
  }

  @Test(arguments: 0..<10)
  func `lanes together make the calls of the whole, by weight`(_ seed: Int) {
    let plan = LoadPlan(.constant(1000, for: .seconds(10)))
    let choice = CallChoice(weights: [8, 1, 1], seed: UInt64(seed))
    let whole = (0..<plan.count).map { choice.call(of: plan.number(of: $0)) }
    let lanes = (0..<4).map { plan.shard(Shard(position: $0, of: 4)) }
    #expect(
      lanes.flatMap { lane in (0..<lane.count).map { choice.call(of: lane.number(of: $0)) } }.sorted()
        == whole.sorted())
    #expect((7800...8200).contains(whole.filter { $0 == 0 }.count))
  }
}
