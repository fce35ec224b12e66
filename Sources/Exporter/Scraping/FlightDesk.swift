import Synchronization

/// Lets scrapes that come at the same moment share the inquiries that they have in common.
final class FlightDesk: Sendable {
  private let storage = Mutex(Storage())
  private let clock: ScrapeClock
  private let patience: @Sendable (Inquiry) -> Duration?
  private let work: @Sendable (Inquiry) async -> ScrapeFinding

  /// Makes a desk.
  ///
  /// - Parameters:
  ///   - clock: the time.
  ///   - patience: how long the work on an inquiry goes on although no scrape waits for it; nil when it does not.
  ///   - work: does an inquiry, and ends soon after its task is cancelled.
  init(
    clock: ScrapeClock, patience: @escaping @Sendable (Inquiry) -> Duration?,
    work: @escaping @Sendable (Inquiry) async -> ScrapeFinding
  ) {
    self.clock = clock
    self.patience = patience
    self.work = work
  }

  /// What the inquiries find out within the time; starts those that are not under way.
  ///
  /// A task that is cancelled, because its scraper went away, gives its seats up at once.
  func findings(of inquiries: [Inquiry], within allowance: Duration) async -> ScrapeFindings {
    let seats = inquiries.compactMap(seat)
    if seats.isEmpty { return ScrapeFindings() }
    return await withTaskGroup(of: Void.self) { group in
      group.addTask {
        // An error means that the findings are there, or that the scraper went away: nobody waits either way.
        let isOver = (try? await self.clock.sleep(allowance)) != nil
        for seat in seats { seat.flight.leave(seat.ticket, isOver: isOver) }
      }
      var findings = ScrapeFindings()
      // One after another, though all are under way: the last one decides.
      for seat in seats { findings.add(await seat.flight.finding(for: seat.ticket)) }
      group.cancelAll()
      return findings
    }
  }

  /// Cancels what is under way and starts nothing more, so that scrapes get at once what is known.
  func endSoon() {
    for flight in storage.withLock({ $0.end() }) { flight.giveUp() }
  }

  /// A seat on the flight that is under way, or on a new one; nil when there is nothing to wait for.
  private func seat(on inquiry: Inquiry) -> Seat? {
    let patience = patience(inquiry)
    guard let (seat, isNew) = storage.withLock({ $0.seat(on: inquiry, isPatient: patience != nil) }) else {
      return nil
    }
    if isNew { start(seat.flight, on: inquiry, patience: patience) }
    return seat
  }

  private func start(_ flight: Flight, on inquiry: Inquiry, patience: Duration?) {
    let ticket = patience == nil ? nil : flight.board()
    flight.start { [self] in
      let finding = await withTaskGroup(of: Void.self) { group in
        if let patience, let ticket {
          group.addTask {
            // An error means that the work has ended, or was given up.
            let isOver = (try? await self.clock.sleep(patience)) != nil
            flight.leave(ticket, isOver: isOver)
          }
        }
        defer { group.cancelAll() }
        return await work(inquiry)
      }
      storage.withLock { $0.forget(flight, on: inquiry) }
      return finding
    }
  }
}

extension FlightDesk {
  private struct Seat: Sendable {
    let flight: Flight
    let ticket: Flight.Ticket
  }

  /// The flights under way.
  private struct Storage {
    private var flights: [Inquiry: Flight] = [:]
    private var isEnding = false

    /// A seat on the flight that is under way, or on a new one that is to be started; nil when none starts any more, and
    /// when a flight goes on that one scrape has waited for in vain.
    mutating func seat(on inquiry: Inquiry, isPatient: Bool) -> (seat: Seat, isNew: Bool)? {
      if isEnding { return nil }
      if let flight = flights[inquiry] {
        if let ticket = flight.board() { return (Seat(flight: flight, ticket: ticket), false) }
        if isPatient { return nil }
      }
      let flight = Flight()
      guard let ticket = flight.board() else { preconditionFailure("a new flight takes no passenger") }
      flights[inquiry] = flight
      return (Seat(flight: flight, ticket: ticket), true)
    }

    /// Lets go of a flight that lands, unless another has taken its place.
    mutating func forget(_ flight: Flight, on inquiry: Inquiry) {
      if flights[inquiry] === flight { flights[inquiry] = nil }
    }

    /// The flights to give up.
    mutating func end() -> [Flight] {
      isEnding = true
      return Array(flights.values)
    }
  }
}
