import Determinism

/// What later parts of a scenario refer to: crowds by name, meetings by ID, people by name.
final class ScenarioContext {
  private var crowds: [String: Crowd] = [:]
  private var crowdNames: [String] = []
  private var meetings: [String: MeetingFacts] = [:]
  private var meetingIDs: [String] = []

  /// What the timeline must know about a meeting; nil where the file is wrong.
  struct MeetingFacts {
    var line: Int
    var at: Duration?
    var lasts: Duration?
    var people: [String]
  }

  func enter(_ crowds: [Crowd]) {
    for crowd in crowds { self.crowds[crowd.name] = crowd }
    crowdNames = crowds.map(\.name)
  }

  /// A crowd by its name in the file; an unknown one is reported and answered with an empty one of that name.
  var crowd: Reading<Crowd> {
    Reading { field in
      guard let name = Reading.name.value(of: field) else { return nil }
      if let crowd = self.crowds[name] { return crowd }
      field.report(
        "unknown crowd \(field.found)", "there is no such entry under `crowds`",
        fix: Suggestion.fix(for: name, among: self.crowdNames, orElse: "describe it under `crowds`"))
      return nil
    }
  }

  /// Remembers a meeting; an ID that another one has is reported at `field`.
  func enter(meeting id: String, _ facts: MeetingFacts, at field: FieldReader) {
    if let other = meetings[id] {
      field.report(
        "meeting ID \(field.found) is taken", "the meeting on line \(other.line) has it too",
        fix: "give each meeting an ID of its own")
    } else {
      meetings[id] = facts
      meetingIDs.append(id)
    }
  }

  /// The ID of a meeting in the file.
  var meeting: Reading<(id: String, facts: MeetingFacts)> {
    Reading { field in
      guard let id = Reading.name.value(of: field) else { return nil }
      if let facts = self.meetings[id] { return (id, facts) }
      field.report(
        "unknown meeting \(field.found)", "no entry of `meetings` has this ID",
        fix: Suggestion.fix(for: id, among: self.meetingIDs, orElse: "add the meeting"))
      return nil
    }
  }
}
