import Synchronization

/// A clock that moves when a test says so.
final class ManualClock: Clock, Sendable {
  struct Instant: InstantProtocol {
    var offset: Duration
    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (lhs: Instant, rhs: Instant) -> Bool { lhs.offset < rhs.offset }
  }

  private struct Storage {
    var now = Instant(offset: .zero)
    var sleepers: [Int: (until: Instant, continuation: CheckedContinuation<Void, any Error>)] = [:]
    var cancelled: Set<Int> = []
    var nextID = 0
    var watchers: [(isMet: @Sendable (Storage) -> Bool, continuation: CheckedContinuation<Void, Never>)] = []
  }

  private let storage = Mutex(Storage())

  var now: Instant { storage.withLock { $0.now } }
  var minimumResolution: Duration { .nanoseconds(1) }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    let id = storage.withLock { storage in
      defer { storage.nextID += 1 }
      return storage.nextID
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        lieDown(id, until: deadline, continuation)
      }
    } onCancel: {
      cancel(id)
    }
  }

  /// Waits until that many tasks sleep.
  func sleepers(_ count: Int) async {
    await wait { $0.sleepers.count >= count }
  }

  /// Waits until a task sleeps that wants to be woken at this time.
  func sleeper(until offset: Duration) async {
    await wait { $0.sleepers.values.contains { $0.until.offset == offset } }
  }

  private func wait(for isMet: @escaping @Sendable (Storage) -> Bool) async {
    await withCheckedContinuation { continuation in
      let isMetNow = storage.withLock { storage in
        if isMet(storage) { return true }
        storage.watchers.append((isMet, continuation))
        return false
      }
      if isMetNow { continuation.resume() }
    }
  }

  func advance(by duration: Duration) {
    let due = storage.withLock { storage in
      storage.now = storage.now.advanced(by: duration)
      let due = storage.sleepers.filter { $0.value.until <= storage.now }
      for id in due.keys { storage.sleepers[id] = nil }
      return due.values.map(\.continuation)
    }
    for continuation in due { continuation.resume() }
  }

  private func lieDown(
    _ id: Int, until deadline: Instant, _ continuation: CheckedContinuation<Void, any Error>
  ) {
    let (outcome, watchers): (Result<Void, any Error>?, [CheckedContinuation<Void, Never>]) = storage.withLock
    {
      if $0.cancelled.remove(id) != nil { return (.failure(CancellationError()), []) }
      if deadline <= $0.now { return (.success(()), []) }
      $0.sleepers[id] = (deadline, continuation)
      let storage = $0
      let watchers = $0.watchers.filter { $0.isMet(storage) }.map(\.continuation)
      $0.watchers.removeAll { $0.isMet(storage) }
      return (nil, watchers)
    }
    if let outcome { continuation.resume(with: outcome) }
    for watcher in watchers { watcher.resume() }
  }

  private func cancel(_ id: Int) {
    let sleeper = storage.withLock { storage in
      let sleeper = storage.sleepers.removeValue(forKey: id)
      if sleeper == nil { storage.cancelled.insert(id) }
      return sleeper
    }
    sleeper?.continuation.resume(throwing: CancellationError())
  }
}
