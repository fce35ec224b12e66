import BBBAPI
import Determinism
import Scenarios

/// One way to make a case smaller, and all the cases that it makes, the smallest first.
struct Reduction: Sendable {
  /// The smaller cases; none where nothing of the kind is left.
  let candidates: @Sendable (ConformanceCase) -> [ConformanceCase]
  /// Whether a candidate that was taken leaves those before it refused.
  var isOrdered = false

  init(_ candidates: @escaping @Sendable (ConformanceCase) -> [ConformanceCase]) {
    self.candidates = candidates
  }

  /// Every kind, those that take away most first.
  static let all = parts + meetings + people + rest

  /// A list of a case with elements left out: all of them, then halves, quarters, and so on down to one.
  static func dropping<Element: Sendable>(
    from list: any WritableKeyPath<ConformanceCase, [Element]> & Sendable, keeping least: Int = 0
  ) -> Reduction {
    Reduction { whole in
      shorter(whole[keyPath: list]).filter { $0.count >= least }.map { shorter in
        var smaller = whole
        smaller[keyPath: list] = shorter
        return smaller.inOrder
      }
    }
  }

  static func shorter<Element>(_ list: [Element]) -> [[Element]] {
    guard !list.isEmpty else { return [] }
    var candidates: [[Element]] = [[]]
    var size = (list.count + 1) / 2
    while size >= 1, list.count > 1 {
      candidates += stride(from: 0, to: list.count, by: size).map { start in
        Array(list[..<start] + list[min(start + size, list.count)...])
      }
      size = size == 1 ? 0 : (size + 1) / 2
    }
    return candidates
  }

  /// A part of a case in its plainest form.
  static func plain(_ change: @escaping @Sendable (inout ConformanceCase) -> Void) -> Reduction {
    Reduction { whole in
      var smaller = whole
      change(&smaller)
      return smaller.isSame(as: whole) ? [] : [smaller.inOrder]
    }
  }

  /// Each element of a list, in turn, in one of several plainer forms.
  static func each<Element: Sendable & Equatable>(
    of list: any WritableKeyPath<ConformanceCase, [Element]> & Sendable,
    _ forms: @escaping @Sendable (Element) -> [Element]
  ) -> Reduction {
    var reduction = Reduction { whole in
      whole[keyPath: list].indices.flatMap { index in
        forms(whole[keyPath: list][index]).filter { $0 != whole[keyPath: list][index] }.map { form in
          var smaller = whole
          smaller[keyPath: list][index] = form
          return smaller.inOrder
        }
      }
    }
    reduction.isOrdered = true
    return reduction
  }
}

extension Reduction {
  /// Instants, faults, settings and whole lists.
  fileprivate static let parts = [
    Reduction { whole in
      // One instant alone, first of all.
      whole.script.count < 2
        ? []
        : whole.script.map { step in
          var smaller = whole
          smaller.script = [step]
          return smaller
        }
    },
    .dropping(from: \.script, keeping: 1), .dropping(from: \.scenario.meetings),
    .dropping(from: \.scenario.faults),
    .dropping(from: \.scenario.arrivals), .dropping(from: \.scenario.recordings),
    .dropping(from: \.scenario.timeline),
    .dropping(from: \.settings), .plain { $0.scenario.server.profile = "3.0" },
    .dropping(from: \.scenario.server.quirks),
    .plain { $0.scenario.server.secret = ServerPlan().secret }, .plain { $0.scenario.seed = 1 },
  ]

  fileprivate static let rest = [
    Reduction.each(of: \.scenario.recordings, \.plainer), .each(of: \.scenario.faults, \.plainer),
    .each(of: \.script, \.plainer), .each(of: \.settings, \.plainer),
  ]
}

extension ConformanceCase {
  /// The steps, to be changed in place.
  var script: [Step] {
    get { steps }
    set { plan = .script(newValue) }
  }

  /// Whether nothing has changed.
  fileprivate func isSame(as other: ConformanceCase) -> Bool {
    scenario == other.scenario && steps == other.steps && settings == other.settings
  }

  /// Without what speaks of meetings, people and crowds that are not there any more.
  var inOrder: ConformanceCase {
    var tidy = self
    tidy.scenario.putInOrder()
    return tidy
  }
}

extension Scenario {
  fileprivate mutating func putInOrder() {
    let people = Dictionary(meetings.map { ($0.id, Set($0.people.compactMap(\.name))) }) { $0.union($1) }
    timeline.removeAll { !$0.action.isPossible(among: people) }
    for index in meetings.indices where meetings[index].breakout.map({ people[$0.parent] == nil }) ?? false {
      meetings[index].breakout = nil
    }
    var days: [String: Int] = [:]
    for index in meetings.indices {
      meetings[index].occurrence = days[meetings[index].id, default: 0]
      days[meetings[index].id, default: 0] += 1
    }
    let used = Set(arrivals.map(\.crowd.name) + meetings.flatMap(\.people).map(\.crowd.name))
    crowds.removeAll { !used.contains($0.name) }
  }
}

extension TimelineEntry.Action {
  fileprivate func isPossible(among people: [String: Set<String>]) -> Bool {
    switch self {
    case .join(let meeting, let who), .leave(let meeting, let who), .microphone(let meeting, let who, _),
      .camera(let meeting, let who, _), .listen(let meeting, let who, _), .presenter(let meeting, let who),
      .guestDecision(let meeting, let who, _):
      people[meeting]?.contains(who) ?? false
    case .end(let meeting), .recording(let meeting, _): people[meeting] != nil
    }
  }
}
