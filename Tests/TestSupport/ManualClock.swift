import Synchronization

/// A clock that moves when a test says so, and tells when somebody sleeps on it.
public final class ManualClock: Clock, Sendable {
  /// So long since the clock was made.
  public struct Instant: InstantProtocol {
    /// How long.
    public var offset: Duration
    /// The instant so much later.
    public func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    /// How much later the other is.
    public func duration(to other: Instant) -> Duration { other.offset - offset }
    /// Whether the first is the earlier one.
    public static func < (lhs: Instant, rhs: Instant) -> Bool { lhs.offset < rhs.offset }
  }

  private struct Storage {
    var now = Instant(offset: .zero)
    var begun = 0
    var sleepers: [Int: (until: Instant, continuation: CheckedContinuation<Void, any Error>)] = [:]
    var cancelled: Set<Int> = []
    var nextID = 0
    var watchers: [(isMet: @Sendable (Storage) -> Bool, continuation: CheckedContinuation<Void, Never>)] = []
  }

  private let storage = Mutex(Storage())

  /// A clock that stands at zero.
  public init() {}

  /// Where it stands.
  public var now: Instant { storage.withLock { $0.now } }
  /// A nanosecond.
  public var minimumResolution: Duration { .nanoseconds(1) }

  /// Sleeps until the clock has come so far, or the task is cancelled.
  public func sleep(until deadline: Instant, tolerance: Duration?) async throws {
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
  public func sleepers(_ count: Int) async {
    await wait { $0.sleepers.count >= count }
  }

  /// Waits until a task sleeps that wants to be woken at this time.
  public func sleeper(until offset: Duration) async {
    await wait { $0.sleepers.values.contains { $0.until.offset == offset } }
  }

  /// Waits until that many sleeps have begun, counted from the making of the clock.
  public func sleepsBegun(_ count: Int) async {
    await wait { $0.begun >= count }
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

  /// Moves the clock and wakes everybody whose time has come.
  public func advance(by duration: Duration) {
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
    let (outcome, watchers) = storage.withLock { storage in
      storage.begun += 1
      let outcome = Self.outcome(of: id, until: deadline, in: &storage)
      if outcome == nil { storage.sleepers[id] = (deadline, continuation) }
      let state = storage
      storage.watchers.removeAll { $0.isMet(state) }
      return (outcome, state.watchers.filter { $0.isMet(state) }.map(\.continuation))
    }
    if let outcome { continuation.resume(with: outcome) }
    for watcher in watchers { watcher.resume() }
  }

  /// How a sleep ends that need not begin; nil for one that must.
  private static func outcome(
    of id: Int, until deadline: Instant, in storage: inout Storage
  ) -> Result<Void, any Error>? {
    if storage.cancelled.remove(id) != nil { return .failure(CancellationError()) }
    return deadline <= storage.now ? .success(()) : nil
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
