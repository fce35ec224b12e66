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
        rule.first = m.optional("first", .count(from: 1))
        rule.every = m.optional("every", .count(from: 1))
        rule.chance = m.optional("chance", .share) ?? 1
        if let to = rule.to, to <= rule.from ?? .zero {
          m["to"]?.report(
            "the fault ends before it begins", "`to` is not after `from`", fix: "write a later `to`")
        }
        rule.effect = m.exactlyOne(of: Reading<FaultRule.Effect>.effects) ?? rule.effect
        return rule
      }
    }
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

extension Reading where Value == FaultRule.Effect {
  /// One effect a line: its key, and how to read it.
  fileprivate static var effects: [(key: String, reading: Reading)] {
    [
      ("latency", made(of: .durations) { .latency($0) }),
      ("status", made(of: .count(in: 200...599)) { .status($0) }),
      ("reset", made(of: .present) { _ in .reset }),
      ("hang", made(of: .present) { _ in .hang }),
      ("empty", made(of: .present) { _ in .empty }),
      ("truncated", made(of: .count()) { .truncated(bytes: $0) }),
      ("html", made(of: .present) { _ in .html }),
      ("failed", made(of: .failure) { .failed($0) }),
    ]
  }

  private static func made<Part>(
    of part: Reading<Part>, _ make: @escaping (Part) -> FaultRule.Effect
  ) -> Reading {
    Reading { field in part.value(of: field).map(make) }
  }
}

extension Reading where Value == APIFailure {
  /// `{ key: notFound, message: … }`
  fileprivate static var failure: Reading {
    Reading { field in
      field.mapping("a failure") { m in
        APIFailure(messageKey: m.required("key", .text) ?? "", message: m.required("message", .text) ?? "")
      }
    }
  }
}
