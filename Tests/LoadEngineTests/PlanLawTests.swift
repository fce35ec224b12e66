import Determinism
import Testing

@testable import LoadEngine

@Suite struct PlanLawTests {
  @Test(arguments: 0..<60)
  func `instants never fall and lie within the plan`(_ seed: Int) {
    let plan = RandomPlans.plan(seed: seed)
    let instants = plan.instants
    #expect(zip(instants, instants.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(instants.allSatisfy { $0 >= .zero && $0 < plan.duration })
  }

  /// An integral of its own: the rate in the middle of strips, ten a piece, which is exact for straight pieces.
  private func integral(of curve: RateCurve, until moment: Duration) -> Double {
    var (left, sum) = (moment.inSeconds, 0.0)
    for piece in curve.pieces where left > 0 {
      let seconds = piece.duration.inSeconds
      let width = min(left, seconds) / 10
      for strip in 0..<10 {
        let share = (Double(strip) + 0.5) * width / seconds
        sum += (piece.startRate * (1 - share) + piece.endRate * share) * width
      }
      left -= seconds
    }
    return sum
  }

  @Test(arguments: 0..<30)
  func `the count until any moment is the integral of the rate`(_ seed: Int) {
    let plan = LoadPlan(RandomPlans.curve(seed: seed))
    for tenth in 1...10 {
      let moment = plan.duration * tenth / 10
      let expected = integral(of: plan.curve, until: moment)
      #expect(abs(Double(plan.count(until: moment)) - expected) <= 1.001, "seed \(seed), \(moment)")
    }
    #expect(plan.count == plan.count(until: plan.duration))
  }

  @Test(arguments: 0..<30)
  func `a Poisson plan has as many requests, and about the integral at any moment`(_ seed: Int) {
    let curve = RandomPlans.curve(seed: seed)
    let plan = LoadPlan(curve, spacing: .poisson(seed: UInt64(seed)))
    #expect(plan.count == LoadPlan(curve).count)
    for tenth in 1...9 where plan.count > 0 {
      let moment = plan.duration * tenth / 10
      let share = curve.count(until: moment) / curve.totalCount
      let deviation = (Double(plan.count) * share * (1 - share)).squareRoot()
      // Five deviations: 270 looks, one in 1.7 million beyond.
      let difference = abs(Double(plan.count(until: moment)) - Double(plan.count) * share)
      #expect(difference <= 5 * deviation + 1, "seed \(seed), \(moment)")
    }
  }

  @Test(arguments: 0..<40)
  func `asking in any order gives the same instants`(_ seed: Int) {
    let plan = RandomPlans.plan(seed: seed)
    let inOrder = plan.instants
    var order = Array(0..<plan.count)
    var stream = StreamKey(seed: 3).child(seed).stream
    stream.shuffle(&order)
    var cursor = plan.cursor
    #expect(order.allSatisfy { .nanoseconds(cursor.nanoseconds(of: $0)) == inOrder[$0] })
    #expect(order.prefix(50).allSatisfy { plan.instant(of: $0) == inOrder[$0] })
  }

  @Test(arguments: 0..<40)
  func `the shards together are the whole, and shards of shards are shards`(_ seed: Int) {
    let plan = RandomPlans.plan(seed: seed)
    for total in [1, 2, 3, 8] {
      let shards = (0..<total).map { plan.shard(Shard(position: $0, of: total)) }
      #expect(shards.flatMap(\.instants).sorted() == plan.instants)
      #expect(
        shards.flatMap { shard in (0..<shard.count).map { shard.number(of: $0) } }.sorted()
          == Array(0..<plan.count))
    }
    let part = plan.shard(Shard(position: 1, of: 3)).shard(Shard(position: 1, of: 2))
    #expect(part == plan.shard(Shard(position: 4, of: 6)))
  }

  @Test(arguments: 0..<20)
  func `the count until a moment is the number of instants before it`(_ seed: Int) {
    let plan = RandomPlans.plan(seed: seed).shard(Shard(position: seed % 3, of: 3))
    let instants = plan.instants
    var stream = StreamKey(seed: 5).child(seed).stream
    for _ in 0..<20 {
      let moment = plan.duration * stream.nextUniform()
      #expect(plan.count(until: moment) == instants.filter { $0 < moment }.count)
    }
  }

  @Test func `seeds give different Poisson plans, and the same seed the same`() {
    let curve = RateCurve.constant(50, for: .seconds(10))
    let plans = [1, 1, 2].map { LoadPlan(curve, spacing: .poisson(seed: $0)).instants }
    #expect(plans[0] == plans[1])
    #expect(plans[0] != plans[2])
  }

  @Test func `gaps of a Poisson plan are distributed exponentially`() {
    let count = 20_000
    let plan = LoadPlan(.constant(1000, for: .seconds(20)), spacing: .poisson(seed: 4))
    let instants = plan.instants.map(\.inSeconds)
    let gaps = zip(instants.dropFirst(), instants).map { $0 - $1 }.sorted()
    // Quantiles of the exponential distribution with mean 1 ms: half, nine tenths, 99 in a hundred.
    for (share, expected) in [(0.5, 0.000_693_147), (0.9, 0.002_302_585), (0.99, 0.004_605_170)] {
      let quantile = gaps[Int(Double(count) * share)]
      #expect(abs(quantile / expected - 1) < 0.06, "\(share): \(quantile)")
    }
    // Counts in bins of 10 ms have mean 10 and variance 10.
    var bins = [Int](repeating: 0, count: 2_000)
    for instant in instants { bins[Int(instant * 100)] += 1 }
    let variance = bins.reduce(0.0) { $0 + (Double($1) - 10) * (Double($1) - 10) } / 2_000
    #expect((8.5...11.5).contains(variance), "\(variance)")
  }

  @Test func `counts of a Poisson plan vary from seed to seed as a binomial distribution says`() {
    let curve = RateCurve.constant(100, for: .seconds(20))
    let counts = (0..<300).map { seed in
      Double(LoadPlan(curve, spacing: .poisson(seed: UInt64(seed))).count(until: .seconds(5)))
    }
    // 2000 requests, a quarter of the time: mean 500, variance 2000 · 1/4 · 3/4 = 375; 300 seeds tell it within 8%.
    let variance = counts.reduce(0) { $0 + ($1 - 500) * ($1 - 500) } / 300
    #expect((285...465).contains(variance), "\(variance)")
  }

  @Test func `even plans say what everybody expects`() {
    let second = LoadPlan(.constant(4, for: .seconds(1)))
    #expect(second.instants == [0, 250, 500, 750].map { .milliseconds($0) })
    #expect(LoadPlan(.constant(1.1, for: .seconds(10))).count == 11)
    #expect(LoadPlan(.constant(0.1, for: .seconds(5))).count == 1)
    // From 0 to 2/s in 2 s: the integral is t²/2.
    #expect(
      LoadPlan(.ramp(from: 0, to: 2, for: .seconds(2))).instants == [.zero, .nanoseconds(1_414_213_562)])
  }
}
