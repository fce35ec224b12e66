import Determinism

extension Reading where Value == BreakoutPlan {
  /// `{ at: 30m, rooms: 4, lasts: 20m }`; `span` is how long the meeting lasts, nil when that is unknown.
  static func breakouts(span: Duration?) -> Reading {
    Reading { field in
      field.mapping("a plan of breakout rooms") { m in
        let at = m.required("at", .duration)
        let rooms = m.required("rooms", .count(in: 1...1000))
        let lasts = m.required("lasts", .length)
        if let span, let at, at >= span {
          m["at"]?.report(
            "the breakout rooms open after the end", "the meeting lasts \(span.scenarioText)",
            fix: "open them earlier, or let the meeting last longer")
        } else if let span, let at, let lasts, at + lasts > span {
          m["lasts"]?.report(
            "the breakout rooms outlast the meeting",
            "they would close at \((at + lasts).scenarioText), and the meeting lasts \(span.scenarioText)",
            fix: "write at most `\((span - at).scenarioText)`")
        }
        var plan = BreakoutPlan(at: at ?? .zero, rooms: rooms ?? 1, lasts: lasts ?? .zero)
        plan.names = m.list("names", .meetingName)
        plan.record = m.optional("record", .flag) ?? false
        plan.freeJoin = m.optional("freeJoin", .flag) ?? false
        plan.who = m.optional("who", .visitors) ?? plan.who
        if let rooms, plan.names.count > rooms {
          m["names"]?.report(
            "more names than breakout rooms", "\(plan.names.count) names, and \(rooms) rooms",
            fix: "write at most \(rooms) names, or open more rooms")
        }
        return plan
      }
    }
  }
}

extension Reading where Value == BreakoutPlan.Visitors {
  /// Whom the rooms take.
  fileprivate static var visitors: Reading {
    choice("who goes", of: BreakoutPlan.Visitors.allCases.map { ($0.rawValue, $0) })
  }
}
