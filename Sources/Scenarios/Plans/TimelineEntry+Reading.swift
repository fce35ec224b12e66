import BBBAPI
import Determinism

extension Reading where Value == TimelineEntry {
  /// An entry of `timeline`: `at`, and exactly one of what can happen.
  static func timelineEntry(_ context: ScenarioContext) -> Reading {
    Reading { field in
      field.mapping("a timeline entry") { m in
        let at = m.required("at", .duration)
        let action = m.exactlyOne(of: actions(at: at, context))
        return action.map { TimelineEntry(at: at ?? .zero, action: $0) }
      }
    }
  }

  private typealias Action = Reading<TimelineEntry.Action>

  private static func actions(
    at: Duration?, _ context: ScenarioContext
  ) -> [(key: String, reading: Action)] {
    let join = Action.aboutPerson(at: at, context) { _, meeting, who in .join(meeting: meeting, who: who) }
    let presenter = Action.aboutPerson(at: at, context) { _, meeting, who in
      .presenter(meeting: meeting, who: who)
    }
    let listen = Action.aboutPerson(at: at, context) { m, meeting, who in
      .listen(meeting: meeting, who: who, on: m.required("on", .flag) ?? false)
    }
    let leave = Action.aboutPerson(at: at, context) { _, meeting, who in .leave(meeting: meeting, who: who) }
    let microphone = Action.aboutPerson(at: at, context) { m, meeting, who in
      .microphone(meeting: meeting, who: who, on: m.required("on", .flag) ?? false)
    }
    let camera = Action.aboutPerson(at: at, context) { m, meeting, who in
      .camera(meeting: meeting, who: who, streams: m.required("streams", .cameraStreams) ?? 0)
    }
    let decisions = [("admit", GuestStatus.allow), ("deny", .deny)].map { key, status in
      (key, Action.aboutPerson(at: at, context) { .guestDecision(meeting: $1, who: $2, status) })
    }
    let people = [
      ("join", join), ("leave", leave), ("microphone", microphone), ("listen", listen), ("camera", camera),
      ("presenter", presenter),
    ]
    let end = [("end", Action.end(at: at, context))]
    let recordings: [(String, RecordingState)] = [
      ("publish", .published), ("unpublish", .unpublished), ("delete", .deleted),
    ]
    return people + decisions + end + recordings.map { ($0.0, .recording($0.1, at: at, context)) }
  }
}

extension Reading where Value == TimelineEntry.Action {
  /// `{ meeting: calculus, who: Ada, … }`
  fileprivate static func aboutPerson(
    at: Duration?, _ context: ScenarioContext,
    _ make: @escaping (_ m: MappingReader, _ meeting: String, _ who: String) -> TimelineEntry.Action
  ) -> Reading {
    Reading { field in
      field.mapping("what happens to a person") { m in
        let meeting = m.meeting(at: at, context)
        let who = m.required("who", .name)
        if let who, let meeting, !meeting.facts.people.contains(who) {
          m["who"]?.report(
            "nobody called `\(FieldReader.shortened(who))` is in `\(meeting.id)`",
            "only people with a `name` can be told apart",
            fix: Suggestion.fix(for: who, among: meeting.facts.people, orElse: "add them to `people`"))
        }
        return make(m, meeting?.id ?? "", who ?? "")
      }
    }
  }

  /// `calculus`: the meeting whose recordings are meant, which must have ended.
  fileprivate static func recording(_ state: RecordingState, at: Duration?, _ context: ScenarioContext)
    -> Reading
  {
    Reading { field in
      guard let (id, facts) = context.meeting.value(of: field) else { return nil }
      if let at, let begins = facts.at, let lasts = facts.lasts, at < begins + lasts {
        field.report(
          "\(field.found) has no recording at \(at.scenarioText)",
          "it lasts until \((begins + lasts).scenarioText)", fix: "choose a later time")
      }
      return .recording(meeting: id, state)
    }
  }

  /// `calculus`, or `{ meeting: calculus }`.
  fileprivate static func end(at: Duration?, _ context: ScenarioContext) -> Reading {
    either(
      mapping: Reading { field in
        field.mapping("an end") { m in .end(meeting: m.meeting(at: at, context)?.id ?? "") }
      },
      otherwise: Reading { field in
        let meeting = context.meeting.value(of: field)
        meeting?.facts.report(outside: at, at: field)
        return .end(meeting: meeting?.id ?? "")
      })
  }
}

extension MappingReader {
  fileprivate func meeting(
    at: Duration?, _ context: ScenarioContext
  ) -> (id: String, facts: ScenarioContext.MeetingFacts)? {
    let meeting = required("meeting", context.meeting)
    if let field = self["meeting"] { meeting?.facts.report(outside: at, at: field) }
    return meeting
  }
}

extension ScenarioContext.MeetingFacts {
  /// Complains when something is to happen to the meeting before or after it.
  func report(outside instant: Duration?, at field: FieldReader) {
    guard let instant, let at, let lasts, !isOn(at: instant, from: at, lasts) else { return }
    let again = every.map { ", and again every \($0.scenarioText)" } ?? ""
    field.report(
      "\(field.found) is not on at \(instant.scenarioText)",
      "it lasts from \(at.scenarioText) to \((at + lasts).scenarioText)\(again)", fix: "choose another time")
  }

  private func isOn(at instant: Duration, from at: Duration, _ lasts: Duration) -> Bool {
    let since = (instant - at).milliseconds
    guard since >= 0, let every else { return since >= 0 && since < lasts.milliseconds }
    return since / every.milliseconds < times && since % every.milliseconds < lasts.milliseconds
  }
}
