import Testing

@testable import Determinism

@Suite struct DistributionTests {
  /// The quantiles that the formulas of the distributions give.
  static let quantiles: [(Distribution, [(p: Double, value: Double)])] = [
    (.constant(2.5), [(0.01, 2.5), (0.99, 2.5)]),
    (.uniform(lower: 60, upper: 300), [(0.1, 84), (0.5, 180), (0.9, 276)]),
    (.exponential(mean: 120), [(0.1, 12.643), (0.5, 83.178), (0.9, 276.310), (0.99, 552.620)]),
    (.lognormal(median: 2700, p99: 10_800), [(0.1, 1258.0), (0.5, 2700), (0.9, 5794.9), (0.99, 10_800)]),
    (.lognormal(median: 12, p99: 300), [(0.5, 12), (0.99, 300)]),
  ]

  @Test(arguments: quantiles) func `samples have the quantiles of their distribution`(
    distribution: Distribution, expected: [(p: Double, value: Double)]
  ) {
    var stream = StreamKey(seed: 11).stream
    let samples = (0..<100_000).map { _ in distribution.sample(&stream) }.sorted()
    for (p, value) in expected {
      let sampled = samples[Int(p * 100_000)]
      #expect(abs(sampled / value - 1) < 0.04, "quantile \(p): \(sampled)")
    }
  }

  @Test func `samples are the same on every machine`() {
    var stream = StreamKey(seed: 42).child("samples").stream
    let distributions = Self.quantiles.map(\.0)
    let samples = [2.5, 234.83284319370583, 29.643940170927994, 2619.1254807513965, 29.299987123077077]
    #expect(distributions.map { $0.sample(&stream) } == samples)
  }

  /// From Python's `statistics.NormalDist().inv_cdf`.
  static let normal: [(Double, Double)] = [
    (1e-300, -37.0470962993612), (1e-20, -9.262340089798405), (1e-06, -4.753424308822899),
    (0.01, -2.3263478740408408), (0.074, -1.4466320671589785), (0.3, -0.5244005127080407), (0.5, 0),
    (0.8, 0.8416212335729144), (0.99, 2.3263478740408408), (1 - 1e-12, 7.0344869100478356),
  ]

  @Test(arguments: normal) func `the normal quantile agrees with a second implementation`(
    p: Double, quantile: Double
  ) {
    #expect(abs(NormalQuantile.value(at: p) - quantile) <= 1e-14 * max(1, abs(quantile)))
  }
}
