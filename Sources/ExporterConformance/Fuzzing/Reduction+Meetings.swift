import BBBAPI
import Determinism
import Scenarios

extension Reduction {
  /// What meetings are, one after another.
  static let meetings = [
    meeting { plan, _ in plan.people = [] }, meeting { plan, _ in plan.breakouts = nil },
    meeting { plan, _ in plan.breakout = nil },
    meeting { plan, _ in (plan.recording, plan.record) = (nil, false) },
    meeting { plan, _ in plan.recording = nil }, meeting { plan, _ in plan.options = MeetingOptions() },
    meeting { plan, _ in plan.metadata = [] }, meeting { plan, _ in plan.origin = nil },
    lists(\.metadata), lists(\.people),
    meeting { plan, _ in plan.breakouts?.names = [] }, meeting { plan, _ in plan.breakouts?.rooms = 1 },
    meeting { plan, number in plan.name = "Meeting \(number)" }, renamed,
    meeting { plan, _ in plan.at = .zero }, meeting { plan, _ in plan.lasts = .seconds(5 * 3600) },
  ]

  /// One meeting after another with a change; meetings that share an ID stay alike.
  private static func meeting(_ change: @escaping @Sendable (inout MeetingPlan, _ number: Int) -> Void)
    -> Reduction
  {
    var reduction = Reduction { whole in
      whole.scenario.ids.enumerated().compactMap { number, id in
        var smaller = whole
        for index in whole.scenario.meetings.indices where whole.scenario.meetings[index].id == id {
          change(&smaller.scenario.meetings[index], number + 1)
        }
        return smaller.scenario == whole.scenario ? nil : smaller.inOrder
      }
    }
    reduction.isOrdered = true
    return reduction
  }

  private static func lists<Element: Sendable>(
    _ list: any WritableKeyPath<MeetingPlan, [Element]> & Sendable
  ) -> Reduction {
    Reduction { whole in
      whole.scenario.ids.flatMap { id in
        let first = whole.scenario.meetings.first { $0.id == id }
        return shorter(first?[keyPath: list] ?? []).map { shorter in
          var smaller = whole
          for index in whole.scenario.meetings.indices where whole.scenario.meetings[index].id == id {
            smaller.scenario.meetings[index][keyPath: list] = shorter
          }
          return smaller.inOrder
        }
      }
    }
  }

  /// `m1`, `m2` and so on, wherever the ID stands.
  private static let renamed = Reduction { whole in
    whole.scenario.ids.enumerated().compactMap { number, id in
      id == "m\(number + 1)" ? nil : whole.renaming(id, to: "m\(number + 1)")
    }
  }
}

extension Scenario {
  /// The IDs of the meetings, each once, in their order.
  fileprivate var ids: [String] {
    var seen: Set<String> = []
    return meetings.map(\.id).filter { seen.insert($0).inserted }
  }
}

extension ConformanceCase {
  fileprivate func renaming(_ id: String, to other: String) -> ConformanceCase {
    var smaller = self
    for index in scenario.meetings.indices {
      if scenario.meetings[index].id == id { smaller.scenario.meetings[index].id = other }
      if scenario.meetings[index].breakout?.parent == id {
        smaller.scenario.meetings[index].breakout?.parent = other
      }
    }
    for index in scenario.timeline.indices {
      smaller.scenario.timeline[index].action = scenario.timeline[index].action.renaming(id, to: other)
    }
    return smaller
  }
}

extension TimelineEntry.Action {
  fileprivate func renaming(_ id: String, to other: String) -> TimelineEntry.Action {
    func new(_ meeting: String) -> String { meeting == id ? other : meeting }
    return switch self {
    case .join(let meeting, let who): .join(meeting: new(meeting), who: who)
    case .leave(let meeting, let who): .leave(meeting: new(meeting), who: who)
    case .microphone(let meeting, let who, let on): .microphone(meeting: new(meeting), who: who, on: on)
    case .camera(let meeting, let who, let streams):
      .camera(meeting: new(meeting), who: who, streams: streams)
    case .listen(let meeting, let who, let on): .listen(meeting: new(meeting), who: who, on: on)
    case .presenter(let meeting, let who): .presenter(meeting: new(meeting), who: who)
    case .guestDecision(let meeting, let who, let status):
      .guestDecision(meeting: new(meeting), who: who, status)
    case .end(let meeting): .end(meeting: new(meeting))
    case .recording(let meeting, let state): .recording(meeting: new(meeting), state)
    }
  }
}
