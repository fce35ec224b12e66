import Determinism
import Testing

@Suite struct SimulatedClockLawTests {
  static let rates = [0, 0.001, 0.3, 1, 7, 60, 1_000_000]

  /// Does something of chance to the clock.
  private func disturb(_ clock: inout SimulatedClock, host: Duration, by stream: inout RandomStream) throws {
    switch stream.nextInteger(below: 6) {
    case 0: clock.freeze(host: host)
    case 1: clock.resume(host: host)
    case 2: try clock.setRate(Self.rates[stream.nextInteger(below: Self.rates.count)], host: host)
    case 3: try clock.advance(by: .milliseconds(stream.nextInteger(below: 100_000)), host: host)
    case 4: try clock.jump(to: clock.now(host: host).advanced(by: .milliseconds(5)), host: host)
    default: break
    }
  }

  @Test(arguments: UInt64(0)..<50) func `simulated time never goes back`(seed: UInt64) throws {
    var stream = StreamKey(seed: seed).stream
    var clock = SimulatedClock(frozenAt: SimulatedInstant(millisecondsSinceEpoch: 0))
    var host = Duration.zero
    var latest = clock.now(host: host)
    for _ in 0..<200 {
      host += .microseconds(stream.nextInteger(below: 3_000_000))
      try disturb(&clock, host: host, by: &stream)
      let now = clock.now(host: host)
      #expect(now >= latest)
      #expect(clock.now(host: host - .seconds(1)) <= now)
      latest = now
    }
  }

  @Test(arguments: rates.dropFirst()) func `the clock shows an instant from its host reading on`(
    rate: Double
  ) throws {
    let clock = try SimulatedClock(
      at: SimulatedInstant(millisecondsSinceEpoch: 7), host: .seconds(3), rate: rate)
    var stream = StreamKey(seed: 9).stream
    for _ in 0..<500 {
      let instant = SimulatedInstant(millisecondsSinceEpoch: Int64(stream.nextInteger(below: 100_000_000)))
      let reading = try #require(clock.hostReading(reaching: instant))
      #expect(clock.now(host: reading) >= instant)
      #expect(reading == .seconds(3) || clock.now(host: reading - .microseconds(2)) < instant)
    }
    #expect(SimulatedClock(frozenAt: clock.anchorInstant).hostReading(reaching: .latest) == nil)
  }

  @Test func `whole milliseconds are exact at the rate of the host`() throws {
    let start = SimulatedInstant(millisecondsSinceEpoch: 0)
    let clock = try SimulatedClock(at: start, rate: 1)
    var stream = StreamKey(seed: 10).stream
    for _ in 0..<5000 {
      let step = Duration.milliseconds(stream.nextInteger(below: 10_000_000_000))
      #expect(clock.now(host: step) == start.advanced(by: step))
    }
  }
}
