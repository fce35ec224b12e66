public import BBBAPI
import Determinism

extension Reading where Value == FaultRule {
  /// An entry of `faults`: when, which calls, and exactly one effect.
  public static var fault: Reading {
    Reading { field in
      field.mapping("a fault") { m in
        var rule = FaultRule(effect: .hang)
        rule.from = m.optional("from", .duration)
        rule.to = m.optional("to", .duration)
        rule.calls = m.optional("on", .calls) ?? []
        rule.states = m.optional("state", .states) ?? []
        rule.first = m.optional("first", .count(from: 1))
        rule.every = m.optional("every", .count(from: 1))
        rule.chance = m.optional("chance", .share) ?? 1
        if let to = rule.to, to <= rule.from ?? .zero {
          m["to"]?.report(
            "the fault ends before it begins", "`to` is not after `from`", fix: "write a later `to`")
        }
        rule.effect = m.exactlyOne(of: FaultKind.all.map { ($0.key, $0.reading()) }) ?? rule.effect
        return rule
      }
    }
  }
}

extension Reading where Value == Set<RecordingState> {
  /// The name of a state of recordings, or a list of them.
  fileprivate static var states: Reading {
    let state = Reading<RecordingState>.choice(
      "a state of recordings", of: RecordingState.allCases.map { ($0.rawValue, $0) })
    return Reading { field in (Reading<[RecordingState]>.oneOrMore(state).value(of: field)).map { Set($0) } }
  }
}

extension Reading where Value == Set<APICall> {
  /// The name of a call, or a list of them.
  static var calls: Reading {
    Reading { field in
      let fields = field.isList ? field.elements() : [field]
      return Set(fields.compactMap(Reading<APICall>.call.value))
    }
  }
}

extension Reading where Value == APICall {
  /// The name of a call; the one without a name is `index`.
  public static var call: Reading {
    choice(
      "a call of the API", of: APICall.allCases.map { ($0.rawValue.isEmpty ? "index" : $0.rawValue, $0) })
  }
}
