import Synchronization

/// Wakes whoever waits for a change; costs a lock when nobody does.
public final class Bell: Sendable {
  private struct Storage {
    var waiting: [Int: @Sendable () -> Void] = [:]
    var given = 0
  }

  private let storage = Mutex(Storage())

  /// Makes a bell for which nobody waits.
  public init() {}

  /// Calls everybody who waits, in no order, outside of any lock.
  public func ring() {
    let waiting = storage.withLock { $0.waiting.isEmpty ? [] : Array($0.waiting.values) }
    for call in waiting { call() }
  }

  /// Has `call` called at every ring from now on, until ``forget(_:)`` is told the number given back.
  public func onRing(_ call: @escaping @Sendable () -> Void) -> Int {
    storage.withLock { storage in
      defer { storage.given += 1 }
      storage.waiting[storage.given] = call
      return storage.given
    }
  }

  /// Ends what ``onRing(_:)`` began.
  public func forget(_ number: Int) {
    storage.withLock { $0.waiting[number] = nil }
  }
}
