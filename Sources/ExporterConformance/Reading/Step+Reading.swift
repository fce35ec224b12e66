import BBBAPI
import Determinism
import Scenarios

extension Reading where Value == Step {
  /// `- { at: 31m, faults: […], api: […], scrape: …, expect: … }`
  static var step: Reading {
    Reading { field in
      field.mapping("a step") { m in
        var step = Step(at: m.optional("at", .duration))
        let faults = m.list("faults", .fault)
        if m["faults"] != nil { step.faults = faults }
        step.changes = m.list("api", .worldChange)
        step.wallClock = m.optional("wall clock", .shift)
        step.scrape = m.optional("scrape", .scrape)
        step.load = m.optional("load", .load)
        step.expectations = m.optional("expect", .expectations) ?? []
        step.report(in: m)
        // Who expects something of a page means that it is asked for.
        if step.scrape == nil, step.load == nil, !step.expectations.isEmpty || step.wallClock != nil {
          step.scrape = ScrapePlan()
        }
        return step
      }
    }
  }
}

extension Reading where Value == Duration {
  /// A length of time with a sign, such as `-1h`.
  fileprivate static var shift: Reading {
    scalar("a shift of a clock", fix: "write a sign and a length of time, such as `-1h`") { text in
      guard let sign = text.first, "+-".contains(sign),
        let length = try? Duration(scenarioText: String(text.dropFirst()))
      else { return nil }
      return sign == "-" ? .zero - length : length
    }
  }
}

extension Reading where Value == WorldChange {
  /// `{ create: { meetingID: algebra, name: Algebra } }`: a call that changes something, with its parameters.
  fileprivate static var worldChange: Reading {
    Reading { field in
      field.mapping("a call that changes the world") { m in
        m.exactlyOne(of: [change(.create), change(.join), change(.end)])
      }
    }
  }

  private static func change(_ call: APICall) -> (key: String, reading: Reading) {
    let parameters = Reading<[Metadatum]>.texts("a mapping of parameters")
    return (call.rawValue, Reading { field in parameters.value(of: field).map { WorldChange(call, $0) } })
  }
}

extension Reading where Value == ScrapePlan {
  /// `true`, or `{ path: /metrics, accept: openmetrics, headers: { … }, together: 4 }`.
  fileprivate static var scrape: Reading {
    .either(
      mapping: Reading { field in
        field.mapping("a scrape") { m in
          var scrape = ScrapePlan()
          scrape.path = m.optional("path", .path) ?? scrape.path
          scrape.accept = m.optional("accept", .name).map {
            $0 == "openmetrics" ? ScrapePlan.openMetricsAccept : $0
          }
          scrape.headers = m.optional("headers", .texts("a mapping of headers")) ?? []
          scrape.together = m.optional("together", .count(in: 1...64)) ?? 1
          return scrape
        }
      },
      otherwise: Reading { field in
        if let path = field.scalar, path.hasPrefix("/") {
          return field.reject(asNo: "a scrape", fix: "write `{ path: \(path) }`")
        }
        return Reading<Bool>.present.value(of: field).map { _ in ScrapePlan() }
      })
  }
}

extension Reading where Value == String {
  fileprivate static var path: Reading {
    text.that({ $0.hasPrefix("/") }, is: "a path", fix: "begin with a slash")
  }
}

extension Reading where Value == [Metadatum] {
  /// A mapping of free keys to texts.
  fileprivate static func texts(_ kind: String) -> Reading {
    Reading { field in
      field.entries(kind).compactMap { key, value in
        Reading<String>.text.value(of: value).map { Metadatum(key, $0) }
      }
    }
  }
}

extension Step {
  /// Reports what does not go together in a step with a load, or without one.
  fileprivate func report(in mapping: MappingReader) {
    if load != nil, scrape != nil {
      mapping["scrape"]?.report(
        "a step has `load` and `scrape` at once", "a load makes its own scrapes",
        fix: "put the scrape in a step of its own")
    }
    let isForeign = expectations.contains { if case .load = $0 { load == nil } else { load != nil } }
    guard isForeign, let place = mapping["expect"] else { return }
    if load == nil {
      place.report(
        "`expect` is about a load", "the step has none", fix: "add a load such as `load: { scrapes: 40 }`")
    } else {
      place.report(
        "`expect` is about one page", "the step has a load, whose pages are many",
        fix: "put it in a step of its own, behind the load")
    }
  }
}
