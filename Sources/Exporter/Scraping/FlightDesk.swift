import Synchronization

/// Lets scrapes that come at the same moment share the inquiries that they have in common.
final class FlightDesk: Sendable {
  private let flights = Mutex<[Inquiry: Flight]>([:])
  private let clock: ScrapeClock
  private let work: @Sendable (Inquiry) async -> Finding

  /// Makes a desk; `work` does an inquiry and ends soon after its task is cancelled.
  init(clock: ScrapeClock, work: @escaping @Sendable (Inquiry) async -> Finding) {
    self.clock = clock
    self.work = work
  }

  /// What the inquiries find out within the time; starts those that are not under way.
  ///
  /// A task that is cancelled, because its scraper went away, gives its seats up at once.
  func findings(of inquiries: [Inquiry], within allowance: Duration) async -> ScrapeFindings {
    if inquiries.isEmpty { return ScrapeFindings() }
    let seats = inquiries.map(seat)
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

  /// Cancels whatever is under way, so that those who wait get what is known.
  func giveUp() {
    for flight in flights.withLock({ Array($0.values) }) { flight.giveUp() }
  }

  private func seat(on inquiry: Inquiry) -> (flight: Flight, ticket: Flight.Ticket) {
    let (flight, ticket, isNew) = flights.withLock { flights in
      if let flight = flights[inquiry], let ticket = flight.board() { return (flight, ticket, false) }
      let (flight, ticket) = Flight.withFirstPassenger()
      flights[inquiry] = flight
      return (flight, ticket, true)
    }
    if isNew { start(flight, on: inquiry) }
    return (flight, ticket)
  }

  private func start(_ flight: Flight, on inquiry: Inquiry) {
    flight.start { [work] in
      let finding = await work(inquiry)
      self.flights.withLock { if $0[inquiry] === flight { $0[inquiry] = nil } }
      return finding
    }
  }
}

extension Flight {
  fileprivate static func withFirstPassenger() -> (flight: Flight, ticket: Ticket) {
    let flight = Flight()
    guard let ticket = flight.board() else { preconditionFailure("a new flight takes no passenger") }
    return (flight, ticket)
  }
}
