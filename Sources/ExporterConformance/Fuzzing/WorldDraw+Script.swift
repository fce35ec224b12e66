import BBBAPI
import Determinism
import PrometheusText
import Scenarios

extension WorldDraw {
  /// The instants at which the exporter is asked, in their order.
  func script(of scenario: Scenario) -> [Step] {
    var random = stream("script")
    let turning = Self.turningPoints(of: scenario)
    let instants = (0..<random.number(1...6)).map { _ in instant(near: turning, &random) }.sorted()
    var steps = instants.map { at in
      var step = Step(at: at)
      step.expectations = [.oracle]
      step.scrape = ScrapePlan()
      if random.chance(0.3) { step.scrape?.accept = ScrapePlan.openMetricsAccept }
      return step
    }
    addCalls(to: &steps)
    if !goesBeyondRequired, random.chance(0.3) { steps.append(ending(after: steps, &random)) }
    return steps
  }

  /// When something begins or ends.
  private static func turningPoints(of scenario: Scenario) -> [Duration] {
    let meetings = scenario.meetings.flatMap { [$0.at, $0.at + $0.lasts] }
    let faults = scenario.faults.flatMap { [$0.from, $0.to].compactMap(\.self) }
    return (meetings + faults + scenario.timeline.map(\.at)).filter { $0 < length }.sorted()
  }

  private func instant(near turning: [Duration], _ random: inout RandomStream) -> Duration {
    guard !turning.isEmpty, random.chance(0.7) else { return random.duration(minutes: 0...200) }
    // Right at it, just before it, or a little later.
    let offsets: [Duration] = [
      .zero, .milliseconds(-1), .seconds(1), .seconds(59), .seconds(61), .seconds(300),
    ]
    return max(.zero, random.pick(turning) + random.pick(offsets))
  }

  private func ending(after steps: [Step], _ random: inout RandomStream) -> Step {
    var step = Step(at: (steps.last?.at ?? .zero) + .seconds(60))
    step.faults = [outage(&random)]
    step.scrape = ScrapePlan()
    step.expectations = Series("bbb_api_up").map { [.value($0, 0)] } ?? []
    return step
  }
}

extension WorldDraw {
  /// Somebody makes a meeting over the API, and perhaps ends it before the next instant is over.
  private func addCalls(to steps: inout [Step]) {
    var random = stream("calls")
    for index in steps.indices where random.chance(0.12) {
      let id = "call-\(index)"
      steps[index].changes = [create(id, &random)] + (0..<random.number(0...3)).map { join($0, id, &random) }
      guard random.chance(0.4) else { continue }
      // Ended in the same breath, and made anew: the same external ID, another meeting.
      let end = WorldChange(.end, [Metadatum("meetingID", id), Metadatum("password", "moderators")])
      steps[index].changes += [end] + (random.chance(0.5) ? [create(id, &random)] : [])
    }
  }

  private func create(_ id: String, _ random: inout RandomStream) -> WorldChange {
    let name = String(HostileText.name(&random).prefix(100)) + " made"
    let origin = [
      ("meta_bbb-origin", "moodle"), ("meta_BBB-Origin-Server-Name", "made.example.org"),
      ("meta_Odd-KEY", "x"),
    ]
    .filter { _ in random.chance(0.5) }
    return WorldChange(
      .create,
      [
        Metadatum("meetingID", id), Metadatum("name", name), Metadatum("attendeePW", "attendees"),
        Metadatum("moderatorPW", "moderators"),
      ]
        + origin.map { Metadatum($0, $1) })
  }

  private func join(_ number: Int, _ id: String, _ random: inout RandomStream) -> WorldChange {
    WorldChange(
      .join,
      [
        Metadatum("meetingID", id), Metadatum("fullName", HostileText.name(&random)),
        Metadatum("password", random.chance(0.3) ? "moderators" : "attendees"),
        Metadatum("redirect", "false"),
      ])
  }
}
