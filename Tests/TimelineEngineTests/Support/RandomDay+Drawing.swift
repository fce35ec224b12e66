import BBBAPI
import Determinism
import Scenarios

extension RandomStream {
  /// A duration below `bound`, in whole units: many of them fall on the same moment.
  mutating func nextDuration(below bound: Int, of unit: Duration = .seconds(60)) -> Duration {
    unit * nextInteger(below: bound)
  }

  mutating func nextElement<Element>(of elements: [Element]) -> Element {
    elements[nextInteger(below: elements.count)]
  }
}

extension MeetingPlan {
  init(index: Int, _ random: inout RandomStream) {
    let at = random.nextDuration(below: 60)
    // One in eight lasts no time at all.
    let lasts = random.nextInteger(below: 8) == 0 ? .zero : random.nextDuration(below: 90)
    self.init(id: "plan-\(index)", name: "Plan \(index)", at: at, lasts: lasts)
    record = random.nextBool(chance: 0.5)
    people = (0..<random.nextInteger(below: 4)).map { PeoplePlan(index: $0, &random) }
    if random.nextBool(chance: 0.5) {
      breakouts = BreakoutPlan(
        at: random.nextDuration(below: 60), rooms: 1 + random.nextInteger(below: 5),
        lasts: random.nextDuration(below: 40))
    }
    if random.nextBool(chance: 0.5) {
      recording = RecordingPlan(
        unprocessed: random.nextDuration(below: 3), processing: random.nextDuration(below: 10),
        then: random.nextElement(of: [.published, .unpublished, .deleted]))
    }
  }
}

extension PeoplePlan {
  /// Named people and crowds, some of whom leave before they have come.
  init(index: Int, _ random: inout RandomStream) {
    let isNamed = random.nextBool(chance: 0.4)
    self.init(
      name: isNamed ? "Person \(index)" : nil, count: isNamed ? 1 : random.nextInteger(below: 8),
      crowd: Crowd(by: &random), cameraStreams: 1 + random.nextInteger(below: 2))
    let moment = random.nextDuration(below: 30)
    joins = random.nextBool(chance: 0.5) ? .at(moment) : .within(moment)
    switch random.nextInteger(below: 4) {
    case 0: leaves = .at(random.nextDuration(below: 60))
    case 1: leaves = .beforeEnd(random.nextDuration(below: 20))
    case 2: leaves = .after(DurationDistribution(seconds: .exponential(mean: 600)))
    default: leaves = nil
    }
  }
}

extension Crowd {
  init(by random: inout RandomStream) {
    self.init(
      name: "crowd", role: random.nextBool(chance: 0.3) ? .moderator : .viewer, listening: 0.5,
      microphone: 0.3,
      camera: 0.4, clients: [Weighted(.html5, weight: 9), Weighted(.dialIn, weight: 1)])
  }
}

extension ArrivalPlan {
  init(by random: inout RandomStream) {
    self.init(
      every: DurationDistribution(seconds: .exponential(mean: Double(300 + random.nextInteger(below: 900)))),
      lasts: DurationDistribution(seconds: .lognormal(median: 600, p99: 3600)),
      people: NumberDistribution(.lognormal(median: 4, p99: 20)), crowd: Crowd(by: &random), record: 0.5)
  }
}

extension RecordingStock {
  init(by random: inout RandomStream) {
    self.init(
      count: random.nextInteger(below: 5), state: random.nextElement(of: RecordingState.allCases),
      spread: random.nextDuration(below: 100))
  }
}

extension TimelineEntry {
  /// Something that happens to a named person, or to a meeting; nil where the scenario has none.
  init?(in scenario: Scenario, _ random: inout RandomStream) {
    guard !scenario.meetings.isEmpty else { return nil }
    let meeting = random.nextElement(of: scenario.meetings)
    let moment = random.nextDuration(below: 120)
    let who = meeting.people.compactMap(\.name).first ?? "nobody"
    let action: Action =
      switch random.nextInteger(below: 4) {
      case 0: .leave(meeting: meeting.id, who: who)
      case 1: .microphone(meeting: meeting.id, who: who, on: random.nextBool(chance: 0.5))
      case 2: .camera(meeting: meeting.id, who: who, streams: random.nextInteger(below: 4))
      default: .end(meeting: meeting.id)
      }
    self.init(at: moment, action: action)
  }
}

extension RandomDay.Call {
  /// The `number`-th call; a meeting is only spoken of under the number of a call that may have made it.
  init(_ number: Int, meetings: Int, _ random: inout RandomStream) {
    let plan = random.nextInteger(below: max(1, meetings))
    let made = random.nextInteger(below: number + 1)
    let isModerator = random.nextBool(chance: 0.5)
    let deed: RandomDay.Deed =
      switch random.nextInteger(below: 8) {
      case 0, 1, 2:
        .create(number, duration: random.nextInteger(below: 20), records: random.nextBool(chance: 0.5))
      case 3: .createRoom(number, ofPlan: plan)
      case 4: .joinPlan(plan, moderator: isModerator)
      case 5: .joinCreated(made, moderator: isModerator)
      case 6: .endPlan(plan)
      default: .endCreated(made)
      }
    self.init(at: random.nextDuration(below: 120), deed: deed)
  }
}
