import Determinism

/// How a clock stood when the state was written last.
struct SavedClock: Sendable, Equatable, Codable {
  let millisecondsSinceEpoch: Int64
  let rate: Double
  let runningRate: Double

  init(_ reading: ServerClock.Reading) {
    millisecondsSinceEpoch = reading.instant.millisecondsSinceEpoch
    rate = reading.rate
    runningRate = reading.runningRate
  }

  /// A clock that goes on from there; the time in which nobody ran it has not passed.
  func clock() throws(ClockError) -> ServerClock {
    let clock = try ServerClock(
      at: SimulatedInstant(millisecondsSinceEpoch: millisecondsSinceEpoch), rate: runningRate)
    if rate == 0 { try clock.change { clock, host throws(ClockError) in clock.freeze(host: host) } }
    return clock
  }
}
