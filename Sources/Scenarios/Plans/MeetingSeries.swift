import Determinism

/// What one entry of `meetings` stands for: `count` meetings side by side, each taking place `times` times.
struct MeetingSeries {
  /// The meetings of the first day, one for each number.
  let first: [MeetingPlan]
  /// How far apart the days lie; nil for meetings that take place once.
  let every: Duration?
  /// On how many days they take place.
  let times: Int

  /// Ten years of a thousand rooms; more is a slip of the pen.
  static let largest = 4_000_000

  /// Those of the first day with IDs of their own; where the file forgot to number them, that has been said.
  var distinct: [MeetingPlan] {
    first.count > 1 && first[0].id == first[1].id ? [first[0]] : first
  }

  /// Every meeting, day by day.
  var meetings: [MeetingPlan] {
    (0..<times).flatMap { day in
      first.map { plan in
        var plan = plan
        plan.at += (every ?? .zero) * day
        plan.occurrence = day
        return plan
      }
    }
  }
}

extension MappingReader {
  /// The keys `count`, `within` and `repeats` of a meeting.
  func series(of plan: MeetingPlan) -> MeetingSeries {
    let count = optional("count", .count(in: 1...100_000)) ?? 1
    let within = optional("within", .duration)
    let repeats = optional("repeats", .repeats)
    check(count, of: plan, within)
    if let repeats, plan.lasts > repeats.every {
      self["repeats"]?.report(
        "the meeting lasts into its next day",
        "it lasts \(plan.lasts.scenarioText) and comes again after \(repeats.every.scenarioText)",
        fix: "let it last at most `\(repeats.every.scenarioText)`, or come again later")
    }
    let times = repeats?.times ?? 1
    if count * times > MeetingSeries.largest {
      self["repeats"]?.report(
        "too many meetings", "\(count) times \(times) are over \(MeetingSeries.largest)",
        fix: "write fewer, or describe them as `arrivals`")
      return MeetingSeries(first: [plan], every: nil, times: 1)
    }
    let first = (0..<count).map { plan.numbered($0, of: count, within: within ?? .zero) }
    return MeetingSeries(first: first, every: repeats?.every, times: times)
  }

  private func check(_ count: Int, of plan: MeetingPlan, _ within: Duration?) {
    if count > 1, !plan.id.isEmpty, !plan.id.contains("{n}") {
      self["id"]?.report(
        "\(count) meetings have one ID", "`{n}` in it stands for the number of each, from 1",
        fix: "write `\(FieldReader.shortened(plan.id))-{n}`")
    }
    if within != nil, count == 1 {
      self["within"]?.report(
        "`within` of a single meeting", "it spreads `count` meetings out",
        fix: "add `count`, or remove `within`")
    }
  }
}

extension MeetingPlan {
  /// One of several: its number in the place of `{n}`, and its share of the time over which they open.
  fileprivate func numbered(_ index: Int, of count: Int, within: Duration) -> MeetingPlan {
    var plan = self
    plan.at += .milliseconds(within.milliseconds * Int64(index) / Int64(count))
    guard id.contains("{n}") || name.contains("{n}") else { return plan }
    plan.id = id.replacing("{n}", with: "\(index + 1)")
    plan.name = name.replacing("{n}", with: "\(index + 1)")
    return plan
  }
}

extension Reading where Value == (every: Duration, times: Int) {
  /// `{ every: 1w, times: 14 }`
  fileprivate static var repeats: Reading {
    Reading { field in
      field.mapping("a repetition") { m in
        let every = m.required("every", .length)
        let times = m.required("times", .count(in: 1...10_000))
        return every.flatMap { every in times.map { (every, $0) } }
      }
    }
  }
}
