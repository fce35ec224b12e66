import Determinism
import Testing

@Suite struct SimulatedClockTests {
  static let start = SimulatedInstant(millisecondsSinceEpoch: 1_772_438_400_000)

  private func clock(rate: Double = 0) throws -> SimulatedClock {
    try SimulatedClock(at: Self.start, host: .seconds(100), rate: rate)
  }

  @Test(arguments: [(0.0, 0.0), (1, 10), (60, 600), (0.5, 5)])
  func `ten seconds of the host are`(rate: Double, seconds: Double) throws {
    #expect(try clock(rate: rate).now(host: .seconds(110)) == Self.start.advanced(by: .seconds(seconds)))
  }

  @Test func `a reading from before the last change reads like that change`() throws {
    #expect(try clock(rate: 1).now(host: .seconds(3)) == Self.start)
  }

  @Test func `a change with an older reading counts no time twice`() throws {
    var clock = try clock(rate: 1)
    try clock.setRate(1, host: .seconds(110))
    try clock.setRate(1, host: .seconds(90))
    #expect(clock.now(host: .seconds(111)) == Self.start.advanced(by: .seconds(11)))
  }

  @Test func `a frozen clock stands until it is resumed at its old rate`() throws {
    var clock = try clock(rate: 60)
    clock.freeze(host: .seconds(101))
    #expect(clock.rate == 0 && clock.isFrozen)
    #expect(clock.now(host: .seconds(500)) == Self.start.advanced(by: .seconds(60)))
    clock.resume(host: .seconds(500))
    #expect(clock.now(host: .seconds(501)) == Self.start.advanced(by: .seconds(120)))
  }

  @Test func `steps add up, frozen or running`() throws {
    var clock = try clock(rate: 1)
    try clock.advance(by: .seconds(3600), host: .seconds(105))
    #expect(clock.now(host: .seconds(106)) == Self.start.advanced(by: .seconds(3606)))
    clock.freeze(host: .seconds(106))
    try clock.advance(by: .milliseconds(1), host: .seconds(900))
    #expect(clock.now(host: .seconds(901)) == Self.start.advanced(by: .milliseconds(3_606_001)))
  }

  @Test func `a clock jumps forward only`() throws {
    var clock = try clock(rate: 1)
    let later = Self.start.advanced(by: .seconds(60))
    try clock.jump(to: later, host: .seconds(101))
    #expect(clock.now(host: .seconds(101)) == later)
    #expect(throws: ClockError.backwards(from: later, to: Self.start)) {
      try clock.jump(to: Self.start, host: .seconds(101))
    }
    #expect(throws: ClockError.negativeStep(.seconds(-1))) {
      try clock.advance(by: .seconds(-1), host: .seconds(101))
    }
    #expect(clock.now(host: .seconds(102)) == later.advanced(by: .seconds(1)))
  }

  @Test(arguments: [-1, 0.0001, .infinity, .nan, 1e7]) func `a rate out of range is refused`(rate: Double)
    throws
  {
    var clock = try clock()
    #expect(throws: ClockError.self) { try clock.setRate(rate, host: .zero) }
  }

  @Test func `time ends with the year 9999`() throws {
    var clock = try clock(rate: 1_000_000)
    #expect(clock.now(host: .seconds(1e15)) == .latest)
    try clock.advance(by: .seconds(1e15), host: .seconds(101))
    #expect(clock.now(host: .seconds(200)) == .latest)
    #expect(throws: Never.self) { try clock.jump(to: .latest, host: .seconds(201)) }
  }
}
