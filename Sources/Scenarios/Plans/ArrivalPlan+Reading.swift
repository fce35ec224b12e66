import Determinism

extension Reading where Value == ArrivalPlan {
  /// An entry of `arrivals`: `{ meetings: { every: … }, lasts: …, people: …, crowd: … }`.
  static func arrivals(_ context: ScenarioContext) -> Reading {
    Reading { field in
      field.mapping("a stream of meetings") { m in
        let every = m.required("meetings", .every)
        let lasts = m.required("lasts", .durations)
        let people = m.required("people", .numbers)
        var plan = ArrivalPlan(
          every: every ?? .never, lasts: lasts ?? .never, people: people ?? NumberDistribution(.constant(1)),
          crowd: m.required("crowd", context.crowd) ?? Crowd(name: ""))
        plan.record = m.optional("record", .share) ?? 0
        plan.origin = m.optional("origin", .origin)
        return plan
      }
    }
  }
}

extension Reading where Value == DurationDistribution {
  /// `{ every: exponential 2m }`
  fileprivate static var every: Reading {
    Reading { field in field.mapping("the pace of meetings") { $0.required("every", .gaps) } }
  }
}

extension DurationDistribution {
  /// Stands in for a distribution that is wrong in the file; no such scenario is ever run.
  fileprivate static let never = DurationDistribution(seconds: .constant(0))
}
