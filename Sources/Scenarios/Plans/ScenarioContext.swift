import Determinism

/// What later parts of a scenario refer to: crowds, curves and people by name, meetings by ID, other files by path.
struct ScenarioContext {
  /// How other files are read.
  let includes: ScenarioIncludes
  /// Shared with the files that the scenario includes.
  private let names: Names

  /// What has a name in the scenario so far.
  private final class Names {
    var crowds: [String: Crowd] = [:]
    var crowdNames: [String] = []
    var curves: [String: WeeklyCurve?] = [:]
    var curveNames: [String] = []
    var meetings: [String: MeetingFacts] = [:]
    var meetingIDs: [String] = []
    var servers: Set<String> = []
  }

  /// What the timeline must know about a meeting; nil where the file is wrong.
  struct MeetingFacts {
    var file: String
    var line: Int
    var at: Duration?
    var lasts: Duration?
    var people: [String]
    /// How far apart its days lie; nil for one that takes place once.
    var every: Duration?
    var times = 1
  }

  /// A scenario that stands for itself.
  init(includes: ScenarioIncludes) {
    self.init(includes: includes, names: Names())
  }

  private init(includes: ScenarioIncludes, names: Names) {
    self.includes = includes
    self.names = names
  }

  /// The same scenario, as a file sees it that it includes.
  func within(_ includes: ScenarioIncludes) -> ScenarioContext {
    ScenarioContext(includes: includes, names: names)
  }
}

extension ScenarioContext {
  func enter(_ crowds: [Crowd]) {
    for crowd in crowds { names.crowds[crowd.name] = crowd }
    names.crowdNames += crowds.map(\.name)
  }

  /// A crowd by its name in the file; an unknown one is reported and answered with an empty one of that name.
  var crowd: Reading<Crowd> {
    Reading { field in
      guard let name = Reading.name.value(of: field) else { return nil }
      if let crowd = names.crowds[name] { return crowd }
      field.report(
        "unknown crowd \(field.found)", "there is no such entry under `crowds`",
        fix: Suggestion.fix(for: name, among: names.crowdNames, orElse: "describe it under `crowds`"))
      return nil
    }
  }

  /// Remembers a curve; one that is wrong in the file has a name all the same.
  func enter(curve name: String, _ curve: WeeklyCurve?) {
    names.curves[name] = .some(curve)
    names.curveNames.append(name)
  }

  /// A curve by its name in the file.
  var curve: Reading<WeeklyCurve> {
    Reading { field in
      guard let name = Reading.name.value(of: field) else { return nil }
      if let curve = names.curves[name] { return curve }
      field.report(
        "unknown curve \(field.found)", "there is no such entry under `curves`",
        fix: Suggestion.fix(for: name, among: names.curveNames, orElse: "describe it under `curves`"))
      return nil
    }
  }
}

extension ScenarioContext {
  /// Remembers a meeting; an ID that another one has is reported at `field`.
  func enter(meeting id: String, _ facts: MeetingFacts, at field: FieldReader) {
    if let other = names.meetings[id] {
      let place = other.file == field.sink.file ? "" : " of `\(other.file)`"
      field.report(
        "meeting ID \(field.found) is taken", "the meeting on line \(other.line)\(place) has it too",
        fix: "give each meeting an ID of its own")
    } else {
      names.meetings[id] = facts
      names.meetingIDs.append(id)
    }
  }

  /// The ID of a meeting in the file.
  var meeting: Reading<(id: String, facts: MeetingFacts)> {
    Reading { field in
      guard let id = Reading.name.value(of: field) else { return nil }
      if let facts = names.meetings[id] { return (id, facts) }
      field.report(
        "unknown meeting \(field.found)", "no entry of `meetings` has this ID",
        fix: Suggestion.fix(for: id, among: Array(names.meetingIDs.prefix(1000)), orElse: "add the meeting"))
      return nil
    }
  }

  /// Remembers the names of servers; one that another has is reported at `field`.
  func enter(servers name: String, count: Int, at field: FieldReader) {
    for number in 1...count {
      let name = name.replacing("{n}", with: "\(number)")
      guard !names.servers.insert(name).inserted else { continue }
      field.report(
        "server name `\(FieldReader.shortened(name))` is taken", "another entry of `servers` has it too",
        fix: "give each server a name of its own")
      return
    }
  }
}
