import PrometheusText
import Testing

@Suite struct `Histograms` {
  @Test func `buckets are cumulative and a bound belongs to its bucket`() {
    var histogram = Histogram(upperBounds: [1, 2.5, 10])
    for value in [0.5, 1, 1.5, 2.5, 10, 11, .infinity] { histogram.observe(value) }
    #expect(histogram.buckets.map(\.count) == [2, 4, 5, 7])
    #expect(histogram.buckets.map(\.boundText) == ["1.0", "2.5", "10.0", "+Inf"])
    #expect(histogram.count == 7)
    #expect(histogram.sum == .infinity)
  }

  @Test func `NaN counts in the last bucket and makes the sum NaN`() {
    var histogram = Histogram(upperBounds: [1, .infinity])
    histogram.observe(.nan)
    #expect(histogram.buckets.map(\.count) == [0, 1])
    #expect(histogram.sum.isNaN)
  }

  @Test func `no bounds leave one bucket`() {
    #expect(Histogram(upperBounds: []).buckets.map(\.boundText) == ["+Inf"])
  }

  @Test func `a copy does not go on counting`() {
    var histogram = Histogram(upperBounds: [1])
    let published = histogram
    histogram.observe(1)
    #expect(published.count == 0)
  }

  @Test(arguments: [[2, 1], [1, 1]] as [[Double]])
  func `bounds that do not ascend trap`(bounds: [Double]) async {
    await #expect(processExitsWith: .failure) { [bounds] in
      _ = Histogram(upperBounds: bounds)
    }
  }

  @Test func `a bound that is no number traps`() async {
    await #expect(processExitsWith: .failure) {
      _ = Histogram(upperBounds: [.nan, 1])
    }
  }
}
