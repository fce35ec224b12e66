import Synchronization

/// Lets scrapes that come at the same moment share one set of calls.
final class FlightDesk: Sendable {
  private let current = Mutex<Flight?>(nil)
  private let clock: ScrapeClock
  private let work: @Sendable (Flight) async -> Void

  init(clock: ScrapeClock, work: @escaping @Sendable (Flight) async -> Void) {
    self.clock = clock
    self.work = work
  }

  /// What the calls in flight find out within the time; starts a set of calls when there is none.
  func findings(within allowance: Duration) async -> ScrapeFindings {
    let (flight, ticket) = board()
    return await withTaskGroup(of: Void.self) { group in
      group.addTask {
        // An error means that the findings are there, or that the scraper went away: nobody waits either way.
        let isOver = (try? await self.clock.sleep(allowance)) != nil
        // Calls that have kept one scrape waiting to the end are not shared with later ones, which would wait for
        // nothing in turn.
        if isOver { self.retire(flight) }
        flight.leave(ticket)
      }
      let findings = await flight.findings(for: ticket)
      group.cancelAll()
      return findings
    }
  }

  private func retire(_ flight: Flight) {
    current.withLock { if $0 === flight { $0 = nil } }
  }

  private func board() -> (flight: Flight, ticket: Int) {
    let (flight, ticket, isNew) = current.withLock { current in
      if let flight = current, let ticket = flight.board() { return (flight, ticket, false) }
      let (flight, ticket) = Flight.withFirstPassenger()
      current = flight
      return (flight, ticket, true)
    }
    if isNew { flight.start(work) }
    return (flight, ticket)
  }
}

extension Flight {
  fileprivate static func withFirstPassenger() -> (flight: Flight, ticket: Int) {
    let flight = Flight()
    guard let ticket = flight.board() else { preconditionFailure("a new flight takes no passenger") }
    return (flight, ticket)
  }
}
