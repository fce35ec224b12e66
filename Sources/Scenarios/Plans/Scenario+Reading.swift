public import Determinism

extension Reading where Value == Scenario {
  /// A whole scenario; `name` is its name when the mapping has no key `scenario`, as inside another file.
  public static func scenario(named name: String? = nil) -> Reading {
    Reading { field in field.mapping("a scenario") { $0.scenario(named: name) } }
  }
}

extension MappingReader {
  fileprivate func scenario(named outerName: String?) -> Scenario {
    let name = outerName == nil ? required("scenario", .name) : optional("scenario", .name) ?? outerName
    let about = optional("about", .text) ?? ""
    let seed = optional("seed", .seed) ?? 0
    let starts = optional("starts", .instant) ?? Scenario.usualStart
    let server = optional("server", .server) ?? ServerPlan()
    var scenario = Scenario(name: name ?? "", about: about, seed: seed, starts: starts, server: server)
    let context = ScenarioContext()
    scenario.crowds = optional("crowds", .crowds) ?? []
    context.enter(scenario.crowds)
    scenario.meetings = list("meetings", .meeting(context))
    scenario.arrivals = list("arrivals", .arrivals(context))
    scenario.recordings = list("recordings", .stock)
    scenario.timeline = list("timeline", .timelineEntry(context))
    scenario.faults = list("faults", .fault)
    return scenario
  }
}

extension Scenario {
  /// When a day begins whose file does not say so: 2026-03-02T08:00:00Z, a Monday.
  public static let usualStart = SimulatedInstant(millisecondsSinceEpoch: 1_772_438_400_000)

  /// Reads a scenario from the text of a file.
  ///
  /// Throws every mistake at once; their messages call the file `file`.
  public static func load(yaml: String, file: String) throws(ScenarioProblems) -> Scenario {
    let sink = DiagnosticSink(file: file)
    let scenario = FieldReader(yaml: yaml, sink: sink).flatMap(Reading.scenario().value)
    try sink.check()
    guard let scenario else { preconditionFailure("\(file) was refused without a diagnostic") }
    return scenario
  }

  /// Reads a scenario from the bytes of a file, which must be UTF-8.
  public static func load(bytes: [UInt8], file: String) throws(ScenarioProblems) -> Scenario {
    try load(yaml: UTF8Text.decoded(bytes, file: file), file: file)
  }
}
