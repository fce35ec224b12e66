import BBBAPI
import Determinism
import Scenarios

extension Reduction {
  /// What people are, one group after another.
  static let people = [
    group {
      [
        $0.with { $0.count = 0 }, $0.with { $0.count = 1 }, $0.with { $0.count /= 2 },
        $0.with { $0.count -= $0.count / 4 }, $0.with { $0.count -= $0.count / 16 },
        $0.with { $0.count -= 1 },
      ]
    },
    group { [$0.with { $0.leaves = nil }, $0.with { $0.joins = .at(.zero) }, $0.with { $0.waits = nil }] },
    group { [$0.with { $0.customData = [] }, $0.with { $0.userID = nil }] },
    group { [$0.with { $0.cameraStreams = 1 }, $0.with { $0.crowd.camera = 0 }] },
    group { [$0.with { $0.crowd.microphone = 0 }, $0.with { $0.crowd.listening = 0 }] },
    group { [$0.with { $0.crowd.clients = Crowd(name: "").clients }, $0.with { $0.crowd.role = .viewer }] },
    group { person in
      person.name == nil
        ? [] : [PeoplePlan(count: 1, crowd: person.crowd.unnamed, cameraStreams: person.cameraStreams)]
    },
  ]

  private static func group(_ forms: @escaping @Sendable (PeoplePlan) -> [PeoplePlan]) -> Reduction {
    .each(of: \.scenario.meetings) { meeting in
      meeting.people.indices.flatMap { index in
        forms(meeting.people[index]).filter { $0.isPossible }.map { form in
          var plan = meeting
          plan.people[index] = form
          return plan
        }
      }
    }
  }
}

extension PeoplePlan {
  fileprivate func with(_ change: (inout PeoplePlan) -> Void) -> PeoplePlan {
    var plan = self
    change(&plan)
    return plan
  }

  /// A person with a name is one.
  fileprivate var isPossible: Bool { count >= 0 && (name == nil || count == 1) }
}

extension Crowd {
  fileprivate var unnamed: Crowd {
    var crowd = self
    crowd.name = ""
    return crowd
  }
}

extension RecordingStock {
  var plainer: [RecordingStock] {
    var usual = RecordingStock(count: count, state: state, spread: .seconds(86_400))
    var candidates = [usual]
    for count in [1, count / 2, count - 1] where count >= 0 {
      usual = self
      usual.count = count
      candidates.append(usual)
    }
    return candidates
  }
}

extension FaultRule {
  var plainer: [FaultRule] {
    var always = self
    (always.from, always.to) = (nil, nil)
    var everywhere = self
    (everywhere.calls, everywhere.states) = ([], [])
    guard case .edit(let edits) = effect else { return [always, everywhere] }
    let shorter = Reduction.shorter(edits).filter { !$0.isEmpty }.map { edits in
      var rule = self
      rule.effect = .edit(edits)
      return rule
    }
    return shorter + [always]
  }
}

extension Step {
  var plainer: [Step] {
    var plain = self
    plain.scrape = ScrapePlan()
    let shorter = Reduction.shorter(changes).map { changes in
      var step = self
      step.changes = changes
      return step
    }
    // Whole hours and minutes are easier to think of.
    let rounder = [3_600_000, 60_000, 1000].compactMap { (unit: Int64) -> Step? in
      guard let at else { return nil }
      var step = self
      step.at = .milliseconds(at.milliseconds / unit * unit)
      return step
    }
    return shorter + [plain] + rounder
  }
}

extension Setting {
  /// A list without one of its entries.
  var plainer: [Setting] {
    let entries = (value ?? "").split(separator: ",").map { String($0.filter { $0 != " " }) }
    return Reduction.shorter(entries).filter { !$0.isEmpty }.map { Setting(name, $0.joined(separator: ",")) }
  }
}
