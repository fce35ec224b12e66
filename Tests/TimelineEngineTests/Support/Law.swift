import Determinism
import Scenarios
import Testing
import TimelineEngine

/// Something that holds for every day; what it returns is what is wrong, nil for nothing.
struct Law: Sendable {
  let complaint: @Sendable (RandomDay) throws -> String?

  /// Tries the law on the day of a seed; a day that breaks it is made small first.
  func check(seed: UInt64, _ location: SourceLocation = #_sourceLocation) throws {
    let day = RandomDay(seed: seed)
    guard try complaint(day) != nil else { return }
    let smallest = try shrunken(day)
    let reason = try complaint(smallest) ?? "nothing any more"
    Issue.record("seed \(seed): \(reason)\nwith \(smallest.summary)", sourceLocation: location)
  }

  /// A day that still breaks the law, and of which nothing more can be left out.
  func shrunken(_ day: RandomDay) throws -> RandomDay {
    var smallest = day
    while let smaller = try smallest.smaller.first(where: { try complaint($0) != nil }) { smallest = smaller }
    return smallest
  }
}

extension RandomDay {
  /// The same day with one thing left out, the largest things first.
  var smaller: [RandomDay] {
    var days: [RandomDay] = []
    days += scenario.arrivals.indices.map { index in changed { $0.scenario.arrivals.remove(at: index) } }
    days += scenario.recordings.indices.map { index in changed { $0.scenario.recordings.remove(at: index) } }
    // A meeting at the end only: the numbers of the others are in the calls.
    if !scenario.meetings.isEmpty { days.append(changed { $0.scenario.meetings.removeLast() }) }
    days += calls.indices.map { index in changed { $0.calls.remove(at: index) } }
    days += scenario.timeline.indices.map { index in changed { $0.scenario.timeline.remove(at: index) } }
    for meeting in scenario.meetings.indices { days += smaller(meeting) }
    return days
  }

  private func smaller(_ meeting: Int) -> [RandomDay] {
    let plan = scenario.meetings[meeting]
    var days = plan.people.indices.map { people in
      changed { $0.scenario.meetings[meeting].people.remove(at: people) }
    }
    days += plan.people.indices.filter { plan.people[$0].count > 1 }.map { people in
      changed { $0.scenario.meetings[meeting].people[people].count = 1 }
    }
    if plan.breakouts != nil { days.append(changed { $0.scenario.meetings[meeting].breakouts = nil }) }
    if plan.record { days.append(changed { $0.scenario.meetings[meeting].record = false }) }
    return days
  }

  private func changed(_ change: (inout RandomDay) -> Void) -> RandomDay {
    var day = self
    change(&day)
    return day
  }

  /// The day in words, for whom has to mend what it breaks.
  var summary: String {
    """
    meetings \(scenario.meetings)
    arrivals \(scenario.arrivals)
    recordings \(scenario.recordings)
    timeline \(scenario.timeline)
    calls \(calls)
    """
  }
}
