import Synchronization

/// One inquiry under way, with the scrapes that wait for its finding as its passengers.
///
/// A passenger whose time is up leaves without it. When the last one wants to leave, nobody needs the finding any more:
/// the work is cancelled, which lands the flight at once, and that passenger gets what it came to.
final class Flight: Sendable {
  typealias Ticket = Int

  private let storage = Mutex(Storage())

  /// Takes a seat; nil when the flight takes nobody any more.
  func board() -> Ticket? {
    storage.withLock { $0.board() }
  }

  /// Starts the work, which has to end soon after its task is cancelled.
  ///
  /// The task is nobody's child: it outlives the scrape that started it when others wait for the same finding.
  func start(_ work: @escaping @Sendable () async -> ScrapeFinding) {
    let task = Task { self.land(with: await work()) }
    let isGivenUp = storage.withLock { $0.keep(task) }
    if isGivenUp { task.cancel() }
  }

  /// Waits until the flight lands, or until the passenger has left, who finds out nothing.
  func finding(for ticket: Ticket) async -> ScrapeFinding {
    await withCheckedContinuation { continuation in
      let finding = storage.withLock { $0.wait(continuation, ticket) }
      if let finding { continuation.resume(returning: finding) }
    }
  }

  /// Gives the seat up; does nothing for a passenger who has left.
  ///
  /// - Parameters:
  ///   - ticket: the seat.
  ///   - isOver: whether the passenger waited to the end of its time. Then nobody else boards, who would probably wait
  ///     for nothing in turn.
  func leave(_ ticket: Ticket, isOver: Bool) {
    let departure = storage.withLock { $0.leave(ticket, isOver: isOver) }
    switch departure {
    case .unnoticed: break
    case .alone(let continuation): continuation.resume(returning: .nothing)
    case .last(let work): work.cancel()
    }
  }

  /// Cancels the work; everybody gets what it came to.
  func giveUp() {
    storage.withLock { $0.giveUp() }?.cancel()
  }

  private func land(with finding: ScrapeFinding) {
    let waiting = storage.withLock { $0.land(with: finding) }
    for continuation in waiting { continuation.resume(returning: finding) }
  }
}

extension Flight {
  /// What is to be done, outside the lock, for a passenger who leaves.
  private enum Departure {
    case unnoticed
    case alone(CheckedContinuation<ScrapeFinding, Never>)
    case last(Task<Void, Never>)
  }

  /// Who sits where, and how far the flight is.
  private struct Storage {
    private enum Phase {
      case boarding
      /// Nobody boards any more; those on board still wait.
      case closed
      /// Cancelled: lands soon, with whatever it came to.
      case givenUp
      case landed(ScrapeFinding)
    }

    private var phase = Phase.boarding
    private var seats: Set<Ticket> = []
    private var nextTicket = 0
    private var waiting: [Ticket: CheckedContinuation<ScrapeFinding, Never>] = [:]
    private var work: Task<Void, Never>?

    mutating func board() -> Ticket? {
      guard case .boarding = phase else { return nil }
      defer { nextTicket += 1 }
      seats.insert(nextTicket)
      return nextTicket
    }

    /// Keeps the task as long as it runs; true when it is to be cancelled at once.
    mutating func keep(_ task: Task<Void, Never>) -> Bool {
      switch phase {
      case .landed: return false
      case .givenUp: return true
      case .boarding, .closed:
        work = task
        return false
      }
    }

    /// What the passenger gets at once; nil when it waits.
    mutating func wait(_ continuation: CheckedContinuation<ScrapeFinding, Never>, _ ticket: Ticket)
      -> ScrapeFinding?
    {
      if case .landed(let finding) = phase { return finding }
      guard seats.contains(ticket) else { return .nothing }
      waiting[ticket] = continuation
      return nil
    }

    mutating func leave(_ ticket: Ticket, isOver: Bool) -> Departure {
      if isOver, case .boarding = phase { phase = .closed }
      if seats == [ticket] { return giveUp().map(Departure.last) ?? .unnoticed }
      guard seats.remove(ticket) != nil, let continuation = waiting.removeValue(forKey: ticket) else {
        return .unnoticed
      }
      return .alone(continuation)
    }

    /// The work to cancel. Those on board keep their seats until it has ended, so that a cancelled call is counted
    /// before their pages are written.
    mutating func giveUp() -> Task<Void, Never>? {
      if case .landed = phase { return nil }
      phase = .givenUp
      return work
    }

    /// The passengers to wake.
    mutating func land(with finding: ScrapeFinding) -> [CheckedContinuation<ScrapeFinding, Never>] {
      phase = .landed(finding)
      // The task holds this flight; letting go of it lets both go.
      work = nil
      defer { waiting = [:] }
      return Array(waiting.values)
    }
  }
}
