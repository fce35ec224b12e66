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
        return BreakoutPlan(at: at ?? .zero, rooms: rooms ?? 1, lasts: lasts ?? .zero)
      }
    }
  }
}
