import Determinism

extension Reading where Value == ArrivalPlan {
  /// An entry of `arrivals`: `{ meetings: { every: … }, lasts: …, people: …, crowd: … }`.
  static func arrivals(_ context: ScenarioContext) -> Reading {
    Reading { field in
      field.mapping("a stream of meetings") { m in
        let pace = m.required("meetings", .pace(context))
        let lasts = m.required("lasts", .durations)
        let people = m.required("people", .numbers)
        var plan = ArrivalPlan(
          every: pace?.every ?? .never, lasts: lasts ?? .never,
          people: people ?? NumberDistribution(.constant(1)),
          crowd: m.required("crowd", context.crowd) ?? Crowd(name: ""))
        plan.curve = pace?.curve
        plan.record = m.optional("record", .share) ?? 0
        plan.origin = m.optional("origin", .origin)
        return plan
      }
    }
  }
}

extension Reading where Value == (every: DurationDistribution, curve: WeeklyCurve?) {
  /// `{ every: exponential 2m }`, or `{ every: exponential 2m, curve: term-time }`.
  fileprivate static func pace(_ context: ScenarioContext) -> Reading {
    Reading { field in
      field.mapping("the pace of meetings") { m in
        let every = m.required("every", .gaps)
        let curve = m.optional("curve", .either(mapping: .curve, otherwise: context.curve))
        return every.map { ($0, curve) }
      }
    }
  }
}

extension DurationDistribution {
  /// Stands in for a distribution that is wrong in the file; no such scenario is ever run.
  fileprivate static let never = DurationDistribution(seconds: .constant(0))
}
