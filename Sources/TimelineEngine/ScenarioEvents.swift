import Determinism
import Scenarios

/// The events of a scenario in the order of time, made as they are asked for.
///
/// A meeting's people are worked out when the meeting opens, so memory follows what is alive and a day of a
/// million joins starts at once.
struct ScenarioEvents: Sendable {
  /// What the agenda holds: a finished event, or something that becomes one when its moment comes.
  private enum Entry: Sendable {
    case event(Event)
    case opens(PlannedMeeting)
    case comes(MeetingKey, PersonKey, PlannedPerson)
    case nextArrival(plan: Int)
  }

  private let people: PeopleCompiler
  private var arrivals: [ArrivalStream]
  private var agenda = Agenda<Entry>()

  init(scenario: Scenario, seed: UInt64) {
    let root = StreamKey(seed: seed)
    people = PeopleCompiler(root: root)
    arrivals = scenario.arrivals.indices.map { index in
      ArrivalStream(plan: scenario.arrivals[index], index: index, starts: scenario.starts, root: root)
    }
    for meeting in PlannedMeeting.all(in: scenario, root: root) {
      agenda.schedule(.opens(meeting), at: meeting.opens)
    }
    for (instant, event) in TimelineCompiler(scenario: scenario).events {
      agenda.schedule(.event(event), at: instant)
    }
    for index in arrivals.indices { scheduleArrival(of: index) }
  }

  /// The moment of the next event; nil when the scenario is over.
  var next: SimulatedInstant? { agenda.next }

  /// The number of entries in the agenda.
  var plannedEntries: Int { agenda.count }

  /// Takes the next event, and prepares what follows from it; nil when the scenario is over.
  mutating func popNext() -> (instant: SimulatedInstant, event: Event)? {
    guard let entry = agenda.popNext() else { return nil }
    switch entry.payload {
    case .event(let event):
      return (entry.instant, event)
    case .comes(let meeting, let key, let person):
      if let leaves = person.leaves { agenda.schedule(.event(.left(meeting, key)), at: leaves) }
      return (entry.instant, .joined(meeting, key, person.attendee))
    case .opens(let meeting):
      prepare(meeting)
      return (entry.instant, .created(meeting.key, meeting.seed))
    case .nextArrival(let index):
      let meeting = arrivals[index].meeting(opening: entry.instant)
      scheduleArrival(of: index)
      prepare(meeting)
      return (entry.instant, .created(meeting.key, meeting.seed))
    }
  }

  private mutating func scheduleArrival(of index: Int) {
    agenda.schedule(.nextArrival(plan: index), at: arrivals[index].advance())
  }

  private mutating func prepare(_ meeting: PlannedMeeting) {
    for (ordinal, person) in people.people(of: meeting).enumerated() {
      agenda.schedule(.comes(meeting.key, .planned(ordinal), person), at: person.joins)
    }
    if let breakouts = meeting.breakouts {
      let instant = meeting.opens.advanced(by: breakouts.at)
      agenda.schedule(.event(.breakoutsOpened(meeting.key, breakouts)), at: instant)
    }
    agenda.schedule(.event(.ended(meeting.key)), at: meeting.ends)
  }
}
