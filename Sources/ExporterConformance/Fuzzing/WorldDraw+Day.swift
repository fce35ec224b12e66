import BBBAPI
import Determinism
import Scenarios

extension WorldDraw {
  /// What lies on the shelf when the day begins.
  func stocks() -> [RecordingStock] {
    var random = stream("recordings")
    return (0..<random.pick([0, 0, 1, 2, 4])).map { _ in
      var stock = RecordingStock(
        count: random.chance(0.1) ? random.number(100...250) : random.number(0...12),
        state: random.pick(RecordingState.allCases), spread: .seconds(86_400 * random.number(1...300)))
      if random.chance(0.3) {
        stock.drains = random.duration(minutes: 1...300)
        stock.then = random.pick(RecordingState.allCases)
      }
      if random.chance(0.3) { stock.name = String(HostileText.name(&random).prefix(100)) + " {n}" }
      addOrigin(to: &stock, &random)
      return stock
    }
  }

  private func addOrigin(to stock: inout RecordingStock, _ random: inout RandomStream) {
    guard random.chance(0.4) else { return }
    stock.origin = Origin(server: HostileText.label(&random), name: HostileText.label(&random))
    stock.participants = NumberDistribution(.uniform(lower: 0, upper: Double(random.number(0...3000))))
  }

  /// The way of a meeting's recording through the pipeline.
  func recording(_ random: inout RandomStream) -> RecordingPlan {
    RecordingPlan(
      unprocessed: random.duration(minutes: 0...10), processing: random.duration(minutes: 0...30),
      then: random.pick([.published, .unpublished, .deleted, .processed, .processing]))
  }

  /// Now and then meetings that come by chance.
  func arrivals(of crowd: Crowd) -> [ArrivalPlan] {
    var random = stream("arrivals")
    guard random.chance(0.1) else { return [] }
    return [
      ArrivalPlan(
        every: DurationDistribution(seconds: .exponential(mean: Double(60 * random.number(5...60)))),
        lasts: DurationDistribution(seconds: .lognormal(median: 1200, p99: 7200)),
        people: NumberDistribution(.lognormal(median: 4, p99: 60)), crowd: crowd, record: random.share())
    ]
  }

  /// What happens to people, meetings and recordings beside their plans.
  func timeline(among meetings: [MeetingPlan]) -> [TimelineEntry] {
    var random = stream("timeline")
    let first = meetings.filter { $0.occurrence == 0 }
    guard !first.isEmpty else { return [] }
    return (0..<random.pick([0, 0, 1, 3, 8])).map { _ in
      let meeting = random.pick(first)
      let within = Duration.milliseconds(random.number(0...Int(meeting.lasts.milliseconds) - 1))
      let named = meeting.people.compactMap(\.name)
      guard !named.isEmpty, random.chance(0.7) else { return ending(meeting, within, &random) }
      return TimelineEntry(
        at: meeting.at + within, action: deed(of: random.pick(named), in: meeting.id, &random))
    }
  }

  private func ending(_ meeting: MeetingPlan, _ within: Duration, _ random: inout RandomStream)
    -> TimelineEntry
  {
    guard meeting.record, random.chance(0.5) else {
      return TimelineEntry(at: meeting.at + within, action: .end(meeting: meeting.id))
    }
    return TimelineEntry(
      at: meeting.at + meeting.lasts + random.duration(minutes: 0...60),
      action: .recording(meeting: meeting.id, random.pick([.published, .unpublished, .deleted])))
  }

  private func deed(of who: String, in meeting: String, _ random: inout RandomStream) -> TimelineEntry.Action
  {
    switch random.nextInteger(below: 6) {
    case 0: .leave(meeting: meeting, who: who)
    case 1: .join(meeting: meeting, who: who)
    case 2: .microphone(meeting: meeting, who: who, on: random.chance(0.5))
    case 3: .listen(meeting: meeting, who: who, on: random.chance(0.5))
    case 4: .camera(meeting: meeting, who: who, streams: random.number(0...5))
    default: .presenter(meeting: meeting, who: who)
    }
  }
}
