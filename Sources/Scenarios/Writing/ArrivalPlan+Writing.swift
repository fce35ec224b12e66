import Determinism

extension ArrivalPlan {
  /// An entry of `arrivals`; its curve is written out.
  var yaml: YAMLValue {
    .fields([
      "meetings": .line(of: ["every": every.yaml, "curve": curve?.yaml]), "lasts": lasts.yaml,
      "people": people.yaml, "crowd": .text(crowd.name), "record": .share(record),
      "origin": origin.map { .line($0.yaml) },
    ])
  }
}

extension WeeklyCurve {
  /// Each day by its name.
  fileprivate var yaml: YAMLValue {
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    return .mapping(
      zip(names, days).filter { !$0.1.isEmpty }.map { name, points in
        .init(name, .mapping(points.map { .init($0.time.scenarioText, .word(NumberText.share($0.share))) }))
      })
  }
}
