import Determinism

extension MeetingSeries {
  /// Entries of `meetings` that stand for these, in their order.
  ///
  /// Meetings that come again, and many of a kind, become one entry with `repeats` and `count` again.
  static func yaml(of meetings: [MeetingPlan]) -> [YAMLValue] {
    var entries: [YAMLValue] = []
    var rest = meetings[...]
    while !rest.isEmpty {
      let run = SeriesRun(at: rest)
      entries.append(run.yaml)
      rest = rest.dropFirst(run.length)
    }
    return entries
  }
}

/// The longest stretch of meetings that one entry can stand for.
private struct SeriesRun {
  /// The first day's, by their numbers.
  private let first: ArraySlice<MeetingPlan>
  private let every: Duration?
  private let times: Int
  private let template: SeriesTemplate?

  /// Fewer of a kind are easier to read one by one.
  private static let fewest = 4

  var length: Int { first.count * times }

  init(at meetings: ArraySlice<MeetingPlan>) {
    if let daily = Self.days(of: meetings, width: Self.width(of: meetings)) {
      (first, every, times, template) = daily
      return
    }
    (every, times) = (nil, 1)
    let template = SeriesTemplate(meetings.first, meetings.dropFirst().first)
    let alike = template.map { $0.alike(in: meetings) } ?? meetings.prefix(1)
    let series = template.flatMap { $0.spread(over: alike) }
    (first, self.template) =
      alike.count >= Self.fewest && series != nil ? (alike, series) : (meetings.prefix(1), nil)
  }

  /// How many take place before the first one comes again; 0 when it does not.
  private static func width(of meetings: ArraySlice<MeetingPlan>) -> Int {
    guard let one = meetings.first else { return 0 }
    let again = meetings.firstIndex { $0.occurrence == 1 && $0.id == one.id }
    return again.map { $0 - meetings.startIndex } ?? 0
  }

  private static func days(of meetings: ArraySlice<MeetingPlan>, width: Int) -> (
    ArraySlice<MeetingPlan>, Duration?, Int, SeriesTemplate?
  )? {
    guard width > 0 else { return nil }
    let first = meetings.prefix(width)
    let template = SeriesTemplate(first.first, first.dropFirst().first)?.spread(over: first)
    guard width == 1 || template != nil else { return nil }
    let every = meetings[meetings.startIndex + width].at - meetings[meetings.startIndex].at
    let times = Array(meetings).chunked(by: width).enumerated().prefix { day, block in
      block == first.map { $0.again(on: day, every: every) }
    }.count
    return (first, every, times, template)
  }

  var yaml: YAMLValue {
    var plan = first[first.startIndex]
    var keys: [YAMLValue.Entry] = []
    if let template {
      (plan.id, plan.name) = (template.id, template.name)
      keys.append(.init("count", .number(first.count)))
      if template.within > .zero { keys.append(.init("within", .duration(template.within))) }
    }
    if let every, times > 1 {
      keys.append(
        .init("repeats", .line(of: ["every": .duration(every), "times": .number(times)])))
    }
    return plan.yaml(keys)
  }
}

extension MeetingPlan {
  fileprivate func again(on day: Int, every: Duration) -> MeetingPlan {
    var plan = self
    plan.at += every * day
    plan.occurrence = day
    return plan
  }
}

extension Array {
  fileprivate func chunked(by width: Int) -> [[Element]] {
    stride(from: 0, to: count, by: width).map { Array(self[$0..<Swift.min($0 + width, count)]) }
  }
}
