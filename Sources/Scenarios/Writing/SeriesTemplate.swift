import Determinism

/// What several meetings have in common: an ID and a name with `{n}` in the place of each one's number.
struct SeriesTemplate {
  let id: String
  let name: String
  /// Over how long they open one after another.
  private(set) var within = Duration.zero

  /// What the first and the second of a series follow; nil when they are none.
  init?(_ first: MeetingPlan?, _ second: MeetingPlan?) {
    guard let first, let second, let id = Self.numbered(first.id, second.id) else { return nil }
    self.id = id
    name = first.name == second.name ? first.name : Self.numbered(first.name, second.name) ?? ""
    guard !name.isEmpty, follows(second, first, number: 2) else { return nil }
  }

  /// `room-{n}` of `room-1` and `room-2`.
  static func numbered(_ one: String, _ two: String) -> String? {
    zip(one.indices, two.indices).lazy.filter { one[$0] == "1" && two[$1] == "2" }
      .map { place, _ in one[..<place] + "{n}" + one[one.index(after: place)...] }
      .first { $0.replacing("{n}", with: "2") == two }
      .map { String($0) }
  }

  /// Whether a meeting is the first one but for its number and its time.
  private func follows(_ plan: MeetingPlan, _ first: MeetingPlan, number: Int) -> Bool {
    guard plan.id == id.replacing("{n}", with: "\(number)"),
      plan.name == name.replacing("{n}", with: "\(number)")
    else { return false }
    var same = plan
    (same.id, same.name, same.at) = (first.id, first.name, first.at)
    return same == first
  }

  /// The meetings from the first one on that follow the template.
  func alike(in meetings: ArraySlice<MeetingPlan>) -> ArraySlice<MeetingPlan> {
    guard let first = meetings.first else { return meetings }
    let count = meetings.enumerated().prefix { follows($0.element, first, number: $0.offset + 1) }.count
    return meetings.prefix(count)
  }

  /// The template with the stretch over which these meetings open; nil when that is not even.
  func spread(over meetings: ArraySlice<MeetingPlan>) -> SeriesTemplate? {
    guard alike(in: meetings).count == meetings.count, let first = meetings.first?.at,
      let last = meetings.last?.at, meetings.count > 1
    else { return nil }
    let (count, distance) = (Int64(meetings.count), (last - first).milliseconds)
    guard distance >= 0 else { return nil }
    // Each number opens at its share of the stretch, rounded down: a few stretches end with the same last one.
    let least = (distance * count + count - 2) / (count - 1)
    let most = distance == 0 ? 0 : ((distance + 1) * count - 1) / (count - 1)
    guard least <= most else { return nil }
    let fitting = (least...most).first { stretch in
      meetings.enumerated().allSatisfy { index, plan in
        (plan.at - first).milliseconds == stretch * Int64(index) / count
      }
    }
    guard let fitting else { return nil }
    var template = self
    template.within = .milliseconds(fitting)
    return template
  }
}
