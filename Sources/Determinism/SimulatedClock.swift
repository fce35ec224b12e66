/// The clock of a simulated day: frozen, real, or running faster or slower than the host's.
///
/// A pure value: it never asks what time it is. Whoever holds it passes in readings of a monotonic host clock, as the
/// time since some origin that stays the same. The simulated time never goes back, as long as changes come with
/// readings that are not older than those already asked about.
public struct SimulatedClock: Sendable, Equatable {
  /// How many simulated seconds pass in a second of the host while the clock runs; above 0.
  public private(set) var runningRate: Double
  /// Whether time stands still.
  public private(set) var isFrozen: Bool
  /// The simulated instant at ``anchorHost``.
  public private(set) var anchorInstant: SimulatedInstant
  /// The host reading from which time is counted.
  public private(set) var anchorHost: Duration

  /// Sets a clock to an instant; `rate` as for ``setRate(_:host:)``, frozen by default.
  public init(at instant: SimulatedInstant, host: Duration = .zero, rate: Double = 0) throws(ClockError) {
    self.init(frozenAt: instant, host: host)
    try setRate(rate, host: host)
  }

  /// Sets a clock to an instant and lets it stand there; ``resume(host:)`` makes it run as the host's does.
  public init(frozenAt instant: SimulatedInstant, host: Duration = .zero) {
    runningRate = 1
    isFrozen = true
    anchorInstant = min(instant, .latest)
    anchorHost = host
  }

  /// Simulated seconds in a second of the host: 0 frozen, 1 real, 60 a minute a second.
  public var rate: Double { isFrozen ? 0 : runningRate }

  /// The simulated instant at a reading of the host.
  ///
  /// Never falls as `host` rises; a reading before the last change reads like that change; stops at
  /// ``SimulatedInstant/latest``.
  public func now(host: Duration) -> SimulatedInstant {
    guard !isFrozen, host > anchorHost else { return anchorInstant }
    let elapsed = Self.elapsedMilliseconds(from: anchorHost, to: host, rate: runningRate)
    let left = Double(SimulatedInstant.latest.millisecondsSinceEpoch - anchorInstant.millisecondsSinceEpoch)
    guard elapsed < left else { return .latest }
    return SimulatedInstant(millisecondsSinceEpoch: anchorInstant.millisecondsSinceEpoch + Int64(elapsed))
  }

  /// At the rate of 1 whole milliseconds are exact; other rates are rounded as a product of doubles is, which keeps
  /// the order.
  private static func elapsedMilliseconds(from start: Duration, to end: Duration, rate: Double) -> Double {
    let (seconds, attoseconds) = (end - start).components
    let milliseconds = Double(seconds) * 1000 + Double(attoseconds / 1_000_000_000) * 1e-6
    return (milliseconds * rate).rounded(.down)
  }
}

extension SimulatedClock {
  /// Stops time at this reading.
  public mutating func freeze(host: Duration) {
    anchor(host: host)
    isFrozen = true
  }

  /// Lets time run on, at the rate it had before it was frozen.
  public mutating func resume(host: Duration) {
    anchor(host: host)
    isFrozen = false
  }

  /// Changes the rate from this reading on: 0 freezes, anything above 0 runs.
  ///
  /// Throws ``ClockError/rateOutOfRange(_:)`` unless `rate` is 0 or lies from 0.001 to 1,000,000.
  public mutating func setRate(_ rate: Double, host: Duration) throws(ClockError) {
    guard rate == 0 || (0.001...1_000_000).contains(rate) else { throw .rateOutOfRange(rate) }
    anchor(host: host)
    isFrozen = rate == 0
    if rate > 0 { runningRate = rate }
  }

  /// Moves time forward by a step, 0 or above; the rate stays.
  ///
  /// Stops at ``SimulatedInstant/latest``. Throws ``ClockError/negativeStep(_:)``.
  public mutating func advance(by step: Duration, host: Duration) throws(ClockError) {
    guard step >= .zero else { throw .negativeStep(step) }
    let now = now(host: host)
    let reachable = now.duration(to: .latest)
    anchor(host: host)
    anchorInstant = step < reachable ? now.advanced(by: step) : .latest
  }

  /// Moves time forward to an instant; the rate stays.
  ///
  /// Throws ``ClockError/backwards(from:to:)`` when the instant has passed.
  public mutating func jump(to instant: SimulatedInstant, host: Duration) throws(ClockError) {
    let now = now(host: host)
    guard instant >= now else { throw .backwards(from: now, to: instant) }
    anchor(host: host)
    anchorInstant = min(instant, .latest)
  }

  /// A host reading, to the microsecond, from which on the clock shows `instant` or later.
  ///
  /// Nil when time stands still before it, or would need more than 100,000 days of the host.
  public func hostReading(reaching instant: SimulatedInstant) -> Duration? {
    guard instant > anchorInstant else { return anchorHost }
    let wanted = instant.millisecondsSinceEpoch - anchorInstant.millisecondsSinceEpoch
    let microseconds = Double(wanted) * 1000 / runningRate
    guard !isFrozen, instant <= .latest, microseconds < 8.64e15 else { return nil }
    var reading = anchorHost + .microseconds(Int64(microseconds))
    while now(host: reading) < instant { reading += .microseconds(1) }
    return reading
  }

  /// Counts time from this reading on. What is finer than a millisecond is dropped.
  private mutating func anchor(host: Duration) {
    anchorInstant = now(host: host)
    anchorHost = max(anchorHost, host)
  }
}

/// Why a clock refused to move.
public enum ClockError: Error, Sendable, Equatable {
  /// The instant asked for has passed.
  case backwards(from: SimulatedInstant, to: SimulatedInstant)
  /// The step asked for is below 0.
  case negativeStep(Duration)
  /// The rate asked for is neither 0 nor a number from 0.001 to 1,000,000.
  case rateOutOfRange(Double)
}
