import Synchronization

/// A door that is opened once; whoever waits does not mind being cancelled.
final class Gate: Sendable {
  private struct Storage {
    var isOpen = false
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let storage = Mutex(Storage())

  func open() {
    let waiting = storage.withLock { storage in
      storage.isOpen = true
      defer { storage.waiting = [] }
      return storage.waiting
    }
    for continuation in waiting { continuation.resume() }
  }

  func passed() async {
    await withCheckedContinuation { continuation in
      let isOpen = storage.withLock { storage in
        if !storage.isOpen { storage.waiting.append(continuation) }
        return storage.isOpen
      }
      if isOpen { continuation.resume() }
    }
  }
}
