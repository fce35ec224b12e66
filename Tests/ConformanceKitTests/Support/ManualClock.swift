import Synchronization

/// A clock that stands still until a test moves it, and tells when somebody sleeps on it.
final class ManualClock: Clock, Sendable {
  struct Instant: InstantProtocol {
    var offset: Duration
    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (lhs: Instant, rhs: Instant) -> Bool { lhs.offset < rhs.offset }
  }

  private struct Sleeper {
    let number: Int
    let deadline: Instant
    let continuation: CheckedContinuation<Void, any Error>
  }

  private struct Storage {
    var now = Instant(offset: .zero)
    var sleepers: [Sleeper] = []
    var cancelled: Set<Int> = []
    var numbers = 0
    var registered = 0
    var observers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
  }

  private let storage = Mutex(Storage())

  var now: Instant { storage.withLock { $0.now } }
  var minimumResolution: Duration { .nanoseconds(1) }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    let number = storage.withLock { storage in
      storage.numbers += 1
      return storage.numbers
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { register(number, until: deadline, $0) }
    } onCancel: {
      cancel(number)
    }
  }

  /// Moves the clock and wakes everybody whose time has come.
  func advance(by duration: Duration) {
    let due = storage.withLock { storage in
      storage.now = storage.now.advanced(by: duration)
      let due = storage.sleepers.filter { $0.deadline <= storage.now }
      storage.sleepers.removeAll { $0.deadline <= storage.now }
      return due
    }
    for sleeper in due { sleeper.continuation.resume() }
  }

  /// Waits until that many sleeps have begun, counted from the making of the clock.
  func sleepsBegun(_ count: Int) async {
    await withCheckedContinuation { continuation in
      let isReached = storage.withLock { storage in
        if storage.registered < count { storage.observers.append((count, continuation)) }
        return storage.registered >= count
      }
      if isReached { continuation.resume() }
    }
  }

  private func register(
    _ number: Int, until deadline: Instant, _ continuation: CheckedContinuation<Void, any Error>
  ) {
    let (isCancelled, observers) = storage.withLock { storage in
      let isCancelled = storage.cancelled.contains(number)
      if !isCancelled {
        storage.sleepers.append(Sleeper(number: number, deadline: deadline, continuation: continuation))
      }
      storage.registered += 1
      let reached = storage.observers.filter { $0.count <= storage.registered }
      storage.observers.removeAll { $0.count <= storage.registered }
      return (isCancelled, reached.map(\.continuation))
    }
    if isCancelled { continuation.resume(throwing: CancellationError()) }
    for observer in observers { observer.resume() }
  }

  private func cancel(_ number: Int) {
    let sleeper = storage.withLock { storage in
      storage.cancelled.insert(number)
      let sleeper = storage.sleepers.first { $0.number == number }
      storage.sleepers.removeAll { $0.number == number }
      return sleeper
    }
    sleeper?.continuation.resume(throwing: CancellationError())
  }
}
