public import Determinism
import SimulatorCore

extension SimulatedServer {
  /// How often a running clock is looked at while somebody listens, in real time.
  private static let beat = Duration.milliseconds(100)

  /// The simulated time, over and over: at once, whenever the clock or a call changed something, and every 100 ms of
  /// real time while the clock runs.
  ///
  /// A slow listener gets the latest moment only. Never ends by itself; costs nothing once its task is cancelled.
  public func moments() -> AsyncStream<SimulatedInstant> {
    let (stream, continuation) = AsyncStream<SimulatedInstant>.makeStream(
      bufferingPolicy: .bufferingNewest(1))
    let clock = clock
    let tell: @Sendable () -> Void = { continuation.yield(clock.now) }
    let changes = clock.changes.onRing(tell)
    let calls = simulator.calls.onRing(tell)
    // Nobody's child, since the stream outlives this call; it ends with the stream.
    let beating = Task { await Self.beat(clock, tell) }
    continuation.onTermination = { [simulator] _ in
      beating.cancel()
      clock.changes.forget(changes)
      simulator.calls.forget(calls)
    }
    tell()
    return stream
  }

  private static func beat(_ clock: ServerClock, _ tell: @Sendable () -> Void) async {
    // Sleeping throws only when the stream has ended.
    while (try? await Task.sleep(for: beat)) != nil {
      if clock.reading.rate > 0 { tell() }
    }
  }
}
