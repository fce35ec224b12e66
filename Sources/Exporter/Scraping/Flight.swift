import Synchronization

/// One set of calls in flight, with the scrapes that wait for it as its passengers.
///
/// A passenger whose time is up leaves with what has been found so far. When the last one wants to leave, nobody needs
/// the calls any more: they are cancelled, which lands the flight at once, and that passenger gets all that is known.
final class Flight: Sendable {
  fileprivate struct Storage {
    var findings = ScrapeFindings()
    var passengers: Set<Int> = []
    var waiting: [Int: CheckedContinuation<ScrapeFindings, Never>] = [:]
    var nextTicket = 0
    var isClosed = false
    var hasLanded = false
    var work: Task<Void, Never>?
  }

  private let storage = Mutex(Storage())

  /// Takes a seat; nil when the flight has landed or was given up.
  func board() -> Int? {
    storage.withLock { storage in
      if storage.isClosed { return nil }
      defer { storage.nextTicket += 1 }
      storage.passengers.insert(storage.nextTicket)
      return storage.nextTicket
    }
  }

  /// Starts the calls; `work` reports through ``post(_:)`` and has to end soon after its task is cancelled.
  ///
  /// The task is nobody's child: it outlives the scrape that started it when others wait for the same calls.
  func start(_ work: @escaping @Sendable (Flight) async -> Void) {
    let task = Task {
      await work(self)
      self.land()
    }
    storage.withLock { if !$0.hasLanded { $0.work = task } }
  }

  /// Adds to what has been found.
  func post(_ change: (inout ScrapeFindings) -> Void) {
    storage.withLock { change(&$0.findings) }
  }

  /// Waits until the flight lands or the passenger leaves.
  func findings(for ticket: Int) async -> ScrapeFindings {
    await withCheckedContinuation { continuation in
      let findings: ScrapeFindings? = storage.withLock { storage in
        if storage.hasLanded || !(storage.passengers.contains(ticket) || storage.isClosed) {
          return storage.findings
        }
        storage.waiting[ticket] = continuation
        return nil
      }
      if let findings { continuation.resume(returning: findings) }
    }
  }

  /// Gives the seat up; does nothing for a passenger who has left.
  func leave(_ ticket: Int) {
    let (continuation, findings, work) = storage.withLock { $0.leave(ticket) }
    continuation?.resume(returning: findings)
    work?.cancel()
  }

  private func land() {
    let (waiting, findings) = storage.withLock { storage in
      storage.isClosed = true
      storage.hasLanded = true
      // The task holds this flight; letting go of it lets both go.
      storage.work = nil
      defer { storage.waiting = [:] }
      return (Array(storage.waiting.values), storage.findings)
    }
    for continuation in waiting { continuation.resume(returning: findings) }
  }
}

extension Flight.Storage {
  fileprivate typealias Departure = (
    CheckedContinuation<ScrapeFindings, Never>?, ScrapeFindings, Task<Void, Never>?
  )

  /// What is to be done outside the lock: whom to wake, with what, and which work to cancel.
  fileprivate mutating func leave(_ ticket: Int) -> Departure {
    guard passengers.remove(ticket) != nil, !hasLanded else { return (nil, findings, nil) }
    guard passengers.isEmpty else { return (waiting.removeValue(forKey: ticket), findings, nil) }
    // The last one waits for the landing, so that the cancelled calls are counted before the page is written.
    isClosed = true
    return (nil, findings, work)
  }
}
