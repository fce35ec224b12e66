public import Determinism
public import SimulatorCore
import Synchronization

/// The one place where real time enters: the simulated clock, driven by the machine's monotonic one.
public final class ServerClock: Sendable {
  private let clock: Mutex<SimulatedClock>
  private let origin = ContinuousClock.now
  /// The rate that it began with.
  private let rate: Double
  /// Rings when the clock was changed.
  public let changes = Bell()

  /// Starts at an instant with a rate: 0 stands still, 1 is real time, 60 makes a minute of a second.
  public init(at instant: SimulatedInstant, rate: Double) throws(ClockError) {
    clock = Mutex(try SimulatedClock(at: instant, rate: rate))
    self.rate = rate
  }

  /// Sets the clock to an instant, even an earlier one; at the rate of the beginning, or as it runs.
  ///
  /// Tells nobody: whoever sets it back tells of it when the world has followed, by ringing ``changes``.
  func restart(at instant: SimulatedInstant, keepsRate: Bool) {
    clock.withLock { clock in
      let (host, rate) = (origin.duration(to: .now), keepsRate ? clock.rate : rate)
      // Both rates were in range before.
      clock = (try? SimulatedClock(at: instant, host: host, rate: rate)) ?? SimulatedClock(frozenAt: instant)
    }
  }

  /// The simulated instant.
  public var now: SimulatedInstant { reading.instant }

  /// The simulated instant, and how the clock runs.
  public var reading: Reading {
    // The machine's clock is read under the lock, so that no reading is older than a change that came before it.
    clock.withLock { clock in
      Reading(
        instant: clock.now(host: origin.duration(to: .now)), rate: clock.rate, runningRate: clock.runningRate)
    }
  }

  /// How a clock stands.
  public struct Reading: Sendable, Equatable {
    /// The simulated instant.
    public let instant: SimulatedInstant
    /// Simulated seconds in a real one; 0 when it stands still.
    public let rate: Double
    /// The rate that it goes on with when it is let go.
    public let runningRate: Double
  }

  /// Changes the clock; the change sees the machine's reading as of now.
  @discardableResult
  public func change(
    _ change: (inout SimulatedClock, _ host: Duration) throws(ClockError) -> Void
  ) throws(ClockError) -> Reading {
    let result = clock.withLock { clock -> Result<Void, ClockError> in
      do throws(ClockError) {
        return .success(try change(&clock, origin.duration(to: .now)))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
    changes.ring()
    return reading
  }
}
