import BBBAPI
import Determinism
import Scenarios

/// The events of a scenario in the order of time, made as they are asked for.
///
/// The agenda holds the next opening, the next person of each meeting, and what was promised for later, in small
/// entries; everything else is worked out when its moment comes. So memory follows what is alive, and a day of a
/// million joins starts at once.
struct ScenarioEvents: Sendable {
  private enum Entry: Sendable {
    /// The next of ``openings``.
    case opens
    /// The next person of a queue.
    case comes(queue: Int)
    case left(MeetingKey, PersonKey)
    case breakouts(MeetingKey)
    case ended(MeetingKey)
    /// A moderator decides about a guest.
    case decided(MeetingKey, PersonKey)
    /// An entry of ``script``.
    case scripted(Int)
    case nextArrival(plan: Int)
  }

  private let scenario: Scenario
  private let root: StreamKey
  /// The meetings with a fixed time by their position in the scenario, earliest first.
  private let openings: [Int]
  private var opened = 0
  private let firstTurn: Int
  private let script: [Event]
  private var arrivals: [ArrivalStream]
  private var queues: [(queue: JoinQueue, firstTurn: Int)?] = []
  private var freeQueues: [Int] = []
  private var breakouts: [MeetingKey: BreakoutPlan] = [:]
  private var lobbies: [MeetingKey: [PersonKey: PlannedPerson.Lobby]] = [:]
  private var agenda = Agenda<Entry>()

  init(scenario: Scenario, seed: UInt64) {
    let root = StreamKey(seed: seed)
    self.scenario = scenario
    self.root = root
    openings = scenario.meetings.indices.sorted {
      (scenario.meetings[$0].at, $0) < (scenario.meetings[$1].at, $1)
    }
    firstTurn = agenda.reserveTurns(openings.count)
    let scripted = TimelineCompiler(scenario: scenario, root: root).events
    script = scripted.map(\.event)
    arrivals = scenario.arrivals.indices.map { index in
      ArrivalStream(plan: scenario.arrivals[index], index: index, starts: scenario.starts, root: root)
    }
    for (index, entry) in scripted.enumerated() { agenda.schedule(.scripted(index), at: entry.instant) }
    for index in arrivals.indices { scheduleArrival(of: index) }
    scheduleOpening()
  }

  /// The moment of the next event; nil when the scenario is over.
  var next: SimulatedInstant? { agenda.next }

  /// The number of entries in the agenda, and of people whose moment of coming is worked out.
  var plannedEntries: Int { agenda.count + queues.reduce(0) { $0 + ($1?.queue.count ?? 0) } }

  /// Takes the next event, and prepares what follows from it; nil when the scenario is over.
  mutating func popNext() -> (instant: SimulatedInstant, event: Event)? {
    guard let entry = agenda.popNext() else { return nil }
    switch entry.payload {
    case .comes(let queue): return (entry.instant, nextPerson(of: queue))
    case .left(let meeting, let person): return (entry.instant, .left(meeting, person))
    case .ended(let meeting): return (entry.instant, .ended(meeting))
    case .scripted(let index): return (entry.instant, script[index])
    case .decided(let meeting, let person):
      return (entry.instant, decision(meeting, person))
    case .opens: return (entry.instant, open(nextOpening()))
    case .breakouts(let meeting):
      let plan = breakouts.removeValue(forKey: meeting)
      return plan.map { (entry.instant, .breakoutsOpened(meeting, $0)) } ?? popNext()
    case .nextArrival(let index):
      let meeting = arrivals[index].meeting(opening: entry.instant)
      scheduleArrival(of: index)
      return (entry.instant, open(meeting))
    }
  }
}

extension ScenarioEvents {
  private mutating func scheduleArrival(of index: Int) {
    agenda.schedule(.nextArrival(plan: index), at: arrivals[index].advance())
  }

  private mutating func scheduleOpening() {
    guard opened < openings.count else { return }
    let index = openings[opened]
    let instant = scenario.starts.advanced(by: scenario.meetings[index].at)
    agenda.schedule(.opens, at: instant, turn: firstTurn + index)
  }

  private mutating func nextOpening() -> PlannedMeeting {
    let meeting = PlannedMeeting(at: openings[opened], of: scenario, root: root)
    opened += 1
    scheduleOpening()
    return meeting
  }

  private mutating func open(_ meeting: PlannedMeeting) -> Event {
    let queue = JoinQueue(of: meeting)
    let turn = agenda.reserveTurns(queue.count)
    if queue.count > 0 { schedule(queue, firstTurn: turn) }
    if let plan = meeting.breakouts {
      breakouts[meeting.key] = plan
      agenda.schedule(.breakouts(meeting.key), at: meeting.opens.advanced(by: plan.at))
    }
    agenda.schedule(.ended(meeting.key), at: meeting.ends)
    return .created(meeting.key, meeting.seed)
  }

  private mutating func schedule(_ queue: JoinQueue, firstTurn: Int) {
    let place = freeQueues.popLast() ?? queues.count
    if place == queues.count { queues.append(nil) }
    queues[place] = (queue, firstTurn)
    scheduleNextPerson(of: place)
  }

  /// The next person's entry, or the queue's end.
  private mutating func scheduleNextPerson(of place: Int) {
    if let (instant, number) = queues[place]?.queue.next, let turn = queues[place]?.firstTurn {
      agenda.schedule(.comes(queue: place), at: instant, turn: turn + number)
    } else {
      queues[place] = nil
      freeQueues.append(place)
    }
  }

  private mutating func nextPerson(of place: Int) -> Event {
    guard let key = queues[place]?.queue.key, let number = queues[place]?.queue.next?.number,
      let person = queues[place]?.queue.popNext()
    else { preconditionFailure("queue \(place) is due and empty") }
    let internalMeetingID = queues[place]?.queue.internalMeetingID ?? ""
    if let lobby = person.lobby {
      lobbies[key, default: [:]][.planned(number)] = lobby
      agenda.schedule(.decided(key, .planned(number)), at: lobby.decided)
    }
    if let leaves = person.leaves { agenda.schedule(.left(key, .planned(number)), at: leaves) }
    scheduleNextPerson(of: place)
    guard var session = person.lobby?.session else { return .joined(key, .planned(number), person.attendee) }
    session.client.internalMeetingID = internalMeetingID
    return .admitted(key, .planned(number), person.attendee, session)
  }

  private mutating func decision(_ meeting: MeetingKey, _ person: PersonKey) -> Event {
    guard let lobby = lobbies[meeting]?.removeValue(forKey: person) else {
      preconditionFailure("a decision about somebody who does not wait")
    }
    if lobbies[meeting]?.isEmpty ?? false { lobbies[meeting] = nil }
    return .guestDecided(meeting, guest: lobby.session.client.userID, lobby.status)
  }
}
