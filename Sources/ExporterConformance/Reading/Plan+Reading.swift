import Determinism
import Scenarios

extension Reading where Value == ConformanceCase.Plan {
  /// `script: […]` or `exit: …`.
  static var plans: [(key: String, reading: Reading)] {
    [
      ("script", Reading { field in Reading<[Step]>.script.value(of: field).map { .script($0) } }),
      (
        "exit",
        Reading { field in Reading<ConformanceCase.Refusal>.refusal.value(of: field).map { .refusal($0) } }
      ),
    ]
  }
}

extension Reading where Value == ConformanceCase.Refusal {
  /// `exit: refused`, or `exit: { naming: PORT, status: 64 }`.
  fileprivate static var refusal: Reading {
    .either(
      mapping: Reading { field in
        field.mapping("a refusal") { m in
          ConformanceCase.Refusal(
            naming: m.optional("naming", .name), status: m.optional("status", .count(in: 1...255)))
        }
      },
      otherwise: .choice("a refusal", of: [("refused", ConformanceCase.Refusal())]))
  }
}

extension Reading where Value == [Step] {
  /// Steps whose instants never go back.
  fileprivate static var script: Reading {
    Reading { field in
      var now = Duration.zero
      let fields = field.elements()
      let steps = fields.compactMap { field in
        Reading<Step>.step.value(of: field).map { step in
          let at = step.at ?? now
          if at < now {
            field.report(
              "\(field.name) goes back in time", "`\(at.scenarioText)` is before `\(now.scenarioText)`",
              fix: "put the steps in the order of their instants")
          }
          now = max(now, at + (step.load?.length ?? .zero))
          return step
        }
      }
      guard field.isList || field.isNothing, fields.isEmpty else { return steps }
      return field.reject(
        asNo: "a list of steps", because: "it is empty", fix: "add a step such as `- at: 0m`")
    }
  }
}
