public import Determinism

extension Reading where Value == Scenario {
  /// A whole scenario; `name` is its name when the mapping has no key `scenario`, as inside another file.
  public static func scenario(named name: String? = nil) -> Reading {
    scenario(named: name, from: ScenarioSource(file: "", bytes: []))
  }

  fileprivate static func scenario(named name: String?, from source: ScenarioSource) -> Reading {
    Reading { field in
      let context = ScenarioContext(includes: ScenarioIncludes(of: source))
      return field.mapping("a scenario") { $0.scenario(named: name, context) }
    }
  }
}

extension MappingReader {
  fileprivate func scenario(named outerName: String?, _ context: ScenarioContext) -> Scenario {
    let name = outerName == nil ? required("scenario", .name) : optional("scenario", .name) ?? outerName
    let about = optional("about", .text)
    let seed = optional("seed", .seed)
    let starts = optional("starts", .instant)
    let server = optional("server", .server)
    var scenario = included(context)
    scenario.name = name ?? ""
    scenario.about = about ?? scenario.about
    scenario.seed = seed ?? scenario.seed
    scenario.starts = starts ?? scenario.starts
    scenario.server = server ?? scenario.server
    day(into: &scenario, context)
    return scenario
  }

  /// What the files under `include` hold, one behind the other; the later one's head goes before the earlier one's.
  private func included(_ context: ScenarioContext) -> Scenario {
    var scenario = Scenario(name: "", starts: Scenario.usualStart)
    for other in optional("include", .oneOrMore(context.includedScenario)) ?? [] {
      scenario.about = other.about
      scenario.seed = other.seed
      scenario.starts = other.starts
      scenario.server = other.server
      scenario.crowds += other.crowds
      scenario.meetings += other.meetings
      scenario.arrivals += other.arrivals
      scenario.recordings += other.recordings
      scenario.timeline += other.timeline
      scenario.faults += other.faults
      scenario.servers += other.servers
    }
    return scenario
  }

  /// What happens, behind what was included.
  private func day(into scenario: inout Scenario, _ context: ScenarioContext) {
    let crowds = optional("crowds", .crowds) ?? []
    context.enter(crowds)
    scenario.crowds += crowds
    for (name, curve) in optional("curves", .named(.curve)) ?? [] { context.enter(curve: name, curve) }
    scenario.meetings += list("meetings", .meetings(context)).flatMap(\.self)
    scenario.arrivals += list("arrivals", .arrivals(context))
    scenario.recordings += list("recordings", .stock)
    scenario.timeline += list("timeline", .timelineEntry(context))
    scenario.faults += list("faults", .fault)
    let servers = list("servers", .serverEntry(context))
    scenario.servers += servers.flatMap { [scenario] in $0.servers(around: scenario) }
  }
}

extension ScenarioContext {
  /// A scenario whose crowds, curves and meetings the rest of the file may speak of.
  var includedScenario: Reading<Scenario> { scenario { self.within($0) } }

  /// A scenario that stands for itself.
  var otherScenario: Reading<Scenario> { scenario { ScenarioContext(includes: $0) } }

  private func scenario(_ context: @escaping (ScenarioIncludes) -> ScenarioContext) -> Reading<Scenario> {
    Reading { field in
      guard let (root, includes) = self.includes.open(field) else { return nil }
      return root.mapping("a scenario") { $0.scenario(named: "", context(includes)) }
    }
  }
}

extension Scenario {
  /// When a day begins whose file does not say so: 2026-03-02T08:00:00Z, a Monday.
  public static let usualStart = SimulatedInstant(millisecondsSinceEpoch: 1_772_438_400_000)

  /// Reads a scenario from a text, which may include shipped scenarios but no files: anybody may have written it.
  ///
  /// Throws every mistake at once; their messages call the file `file`.
  public static func load(yaml: String, file: String) throws(ScenarioProblems) -> Scenario {
    try load(ScenarioSource(file: file, bytes: Array(yaml.utf8)))
  }

  /// Reads a scenario from bytes, which must be UTF-8; files it may not include, as above.
  public static func load(bytes: [UInt8], file: String) throws(ScenarioProblems) -> Scenario {
    try load(ScenarioSource(file: file, bytes: bytes))
  }

  static func load(_ source: ScenarioSource) throws(ScenarioProblems) -> Scenario {
    let sink = DiagnosticSink(file: source.file)
    let yaml = try UTF8Text.decoded(source.bytes, file: source.file)
    let scenario = FieldReader(yaml: yaml, sink: sink)
      .flatMap(Reading.scenario(named: nil, from: source).value)
    try sink.check()
    guard let scenario else { preconditionFailure("\(source.file) was refused without a diagnostic") }
    return scenario
  }
}
