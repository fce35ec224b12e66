/// How long a check may go on waiting; one for all steps of a server.
struct Patience: Sendable {
  private let clock: ScrapeClock
  private let end: Duration

  init(_ time: Duration, clock: ScrapeClock) {
    self.clock = clock
    end = clock.elapsed() + time
  }

  var left: Duration { max(.zero, end - clock.elapsed()) }

  /// Takes a step; nil when its time, or all time, is up. A step has to end soon after its task is cancelled.
  func value<Value: Sendable>(
    atMost limit: Duration? = nil, of step: @escaping @Sendable () async -> Value
  ) async -> Value? {
    let time = limit.map { min($0, left) } ?? left
    guard time > .zero else { return nil }
    return await clock.value(within: time, of: step)
  }

  /// How long a step took.
  func timed<Value>(_ step: () async -> Value) async -> (value: Value, time: Duration) {
    let start = clock.elapsed()
    let value = await step()
    return (value, clock.elapsed() - start)
  }
}
