import Determinism
import SimulatorServer
import Testing
import TimelineEngine

@Suite(.timeLimit(.minutes(5))) struct ServerClockTests {
  private static let start = SimulatedInstant(millisecondsSinceEpoch: 1_772_438_400_000)

  @Test func `a frozen clock stands still, and moves by what it is told`() throws {
    let clock = try ServerClock(at: Self.start, rate: 0)
    let before = clock.reading
    #expect((before.instant, before.rate, before.runningRate) == (Self.start, 0, 1))
    try clock.change { clock, host throws(ClockError) in try clock.advance(by: .seconds(90), host: host) }
    #expect(clock.now == Self.start.advanced(by: .seconds(90)))
    #expect(clock.now == clock.now)
  }

  @Test func `a running clock never falls and does get on`() throws {
    let clock = try ServerClock(at: Self.start, rate: 1_000_000)
    var latest = clock.now
    while latest < Self.start.advanced(by: .seconds(3600)) {
      let now = clock.now
      #expect(now >= latest)
      latest = now
    }
  }

  @Test func `sixty times real time is sixty times the machine's`() throws {
    let machine = ContinuousClock()
    let before = machine.now
    let clock = try ServerClock(at: Self.start, rate: 60)
    let begun = machine.now
    while clock.now == Self.start {}
    let asked = machine.now
    let simulated = Self.start.duration(to: clock.now)
    let after = machine.now
    #expect(simulated <= before.duration(to: after) * 60)
    #expect(simulated >= begun.duration(to: asked) * 60 - .milliseconds(1))
  }

  @Test func `a frozen clock goes on at the rate that it had`() throws {
    let clock = try ServerClock(at: Self.start, rate: 60)
    try clock.change { clock, host throws(ClockError) in clock.freeze(host: host) }
    let (frozen, again) = (clock.reading, clock.reading)
    #expect(frozen == again && frozen.rate == 0 && frozen.runningRate == 60)
    let resumed = try clock.change { clock, host throws(ClockError) in clock.resume(host: host) }
    #expect(resumed.rate == 60 && resumed.instant >= frozen.instant)
  }

  @Test(arguments: [-1, .nan, .infinity, 1e9, 1e-9]) func `a rate beyond reason is refused`(rate: Double)
    throws
  {
    #expect(throws: ClockError.self) { () throws in _ = try ServerClock(at: Self.start, rate: rate) }
    let clock = try ServerClock(at: Self.start, rate: 0)
    #expect(throws: ClockError.self) { try Self.setRate(rate, of: clock) }
    #expect(clock.now == Self.start)
  }

  private static func setRate(_ rate: Double, of clock: ServerClock) throws {
    try clock.change { clock, host throws(ClockError) in try clock.setRate(rate, host: host) }
  }

  @Test func `a server's world follows its clock`() throws {
    let server = try SimulatedServer.frozen(.large(kilobytes: 1), at: .seconds(60))
    #expect(
      server.world.instant == server.starts.advanced(by: .seconds(60)) && server.world.meetings.count == 1)
    try server.advance(by: .seconds(3540))
    #expect(server.world.meetings.isEmpty)
    #expect(throws: ClockError.self) { () throws in try server.jump(to: .seconds(60)) }
    #expect(throws: ClockError.self) { () throws in try server.advance(by: .seconds(-1)) }
    try server.jump(to: .seconds(7200))
    #expect(server.world.instant == server.starts.advanced(by: .seconds(7200)))
  }
}
