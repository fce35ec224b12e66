import Determinism

extension Reading where Value == Spread {
  /// `5m`, or `{ within: 10m }`.
  static var spread: Reading {
    either(
      mapping: Reading { field in
        field.mapping("a spread of arrivals") { m in m.required("within", .duration).map { .within($0) } }
      },
      otherwise: Reading { field in Reading<Duration>.duration.value(of: field).map { .at($0) } })
  }
}

extension Reading where Value == Departure {
  /// `40m`, `{ before end: 5m }`, or `{ after: lognormal 20m p99 1h }`.
  static var departure: Reading {
    let beforeEnd = Reading { field in Reading<Duration>.duration.value(of: field).map { .beforeEnd($0) } }
    let after = Reading { field in Reading<DurationDistribution>.durations.value(of: field).map { .after($0) }
    }
    return either(
      mapping: Reading { field in
        field.mapping("a departure") { $0.exactlyOne(of: [("before end", beforeEnd), ("after", after)]) }
      },
      otherwise: Reading { field in Reading<Duration>.duration.value(of: field).map { .at($0) } })
  }
}

/// Whether people come before they go, and both while the meeting lasts.
struct StayCheck {
  let people: PeoplePlan
  /// How long the meeting lasts; nil when that is unknown.
  let span: Duration?
  let joins: FieldReader?
  let leaves: FieldReader?

  init(people: PeoplePlan, span: Duration?, _ m: MappingReader) {
    self.people = people
    self.span = span
    joins = m["joins"]
    leaves = m["leaves"]
  }

  func report() {
    if let span, lastJoin > span || people.joins == .at(span) {
      joins?.report(
        "somebody joins after the end",
        "the meeting lasts \(span.scenarioText), and they come at \(lastJoin.scenarioText)",
        fix: "let them join earlier, or the meeting last longer")
    } else {
      reportDeparture()
    }
  }

  private func reportDeparture() {
    guard let firstLeave else { return }
    if let span, firstLeave > span || firstLeave < .zero {
      leaves?.report(
        "`leaves` lies outside the meeting", "the meeting lasts \(span.scenarioText)",
        fix: "let them leave earlier, or remove `leaves` to let them stay")
    } else if firstLeave < lastJoin || people.joins == .at(firstLeave) {
      leaves?.report(
        "somebody leaves before they join",
        "the last joins at \(lastJoin.scenarioText), the first leaves at \(firstLeave.scenarioText)",
        fix: "let them leave later or join earlier")
    }
  }

  private var lastJoin: Duration {
    switch people.joins {
    case .at(let offset), .within(let offset): offset
    }
  }

  /// The earliest offset at which somebody may leave; nil when that hangs on chance or on a mistake.
  private var firstLeave: Duration? {
    switch people.leaves {
    case .at(let offset): offset
    case .beforeEnd(let stretch): span.map { $0 - stretch }
    case .after, nil: nil
    }
  }
}
