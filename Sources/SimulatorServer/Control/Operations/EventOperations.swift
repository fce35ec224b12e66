import BBBAPI
import Determinism
import Hummingbird
import Scenarios
import SimulatorCore
import TimelineEngine
import Wording

extension ControlOperation {
  static let makeEvent = ControlOperation(
    id: "makeEvent", method: .post, path: "/events",
    summary: "Makes something happen now, in the words of a scenario's timeline.",
    body: Body(schema: EventSchema.event, example: ["leave": ["meeting": "calculus", "who": "Boris"]]),
    answer: .view(EventView.self), refusals: [400, 404, 409, 413, 415]
  ) { call in
    let intervention = try ControlBody(call.body).read(.event)
    do throws(InterventionError) {
      try call.server.simulator.intervene(intervention, at: call.server.clock.now)
    } catch {
      throw ControlError(error)
    }
    return try .json(EventView(call.server))
  }
}

/// When it happened.
struct EventView: ControlView {
  let now: String
  let millisecondsSinceEpoch: Int64
  /// How many commands the world has followed since the day began.
  let commands: Int

  static let schema = JSONSchema.object([
    "now": .instant, "millisecondsSinceEpoch": .integer, "commands": .integer,
  ])

  init(_ server: SimulatedServer) {
    let timeline = server.simulator.timeline
    now = timeline.world.instant.iso8601
    millisecondsSinceEpoch = timeline.world.instant.millisecondsSinceEpoch
    commands = timeline.journal.count
  }
}

/// What `POST /_sim/events` takes.
enum EventSchema {
  private static let who = JSONSchema.text.about("A full name or a user ID.")
  private static let newcomer: [String: JSONSchema] = [
    "role": .choice(["viewer", "moderator"]), "userID": .text, "listen": .flag, "microphone": .flag,
    "camera": .integer,
  ]
  private static let states = JSONSchema.choice(RecordingState.allCases.map(\.rawValue))

  static let event = JSONSchema.either([
    kind(
      "create", ["id": .text, "name": .text],
      optional: [
        "record": .flag, "metadata": .map(of: .text),
        "people": .list(of: .object(["who": .text], optional: newcomer)),
      ]),
    kind("join", ["meeting": .text, "who": .text], optional: newcomer),
    kind("leave", ["meeting": .text, "who": who]),
    kind("microphone", ["meeting": .text, "who": who, "on": .flag]),
    kind("listen", ["meeting": .text, "who": who, "on": .flag]),
    kind("camera", ["meeting": .text, "who": who, "streams": .integer]),
    kind("presenter", ["meeting": .text, "who": who]),
    kind(
      "guests", ["meeting": .text, "decision": .choice(["allow", "deny"])],
      optional: ["who": who.about("One of those who wait; all of them without it.")]),
    kind(
      "recording", ["state": states],
      optional: [
        "id": .text.about("A record ID."), "meeting": .text.about("Or all recordings of a meeting ID."),
      ]),
    kind("end", ["meeting": .text]),
  ])

  private static func kind(
    _ name: String, _ required: [String: JSONSchema], optional: [String: JSONSchema] = [:]
  ) -> JSONSchema { .object([name: .object(required, optional: optional)]) }
}

extension ControlError {
  init(_ error: InterventionError) {
    switch error {
    case .unknownMeeting(let id, let known):
      self.init(
        status: 404, error: "there is no meeting '\(id.printable)'",
        fix: Self.fix(id, known, orElse: "GET /_sim/world lists the meetings"))
    case .unknownPerson(let who, let meeting, let known):
      self.init(
        status: 404, error: "'\(who.printable)' is not in meeting '\(meeting.printable)'",
        fix: Self.fix(who, known, orElse: "GET /_sim/world lists who is"))
    case .unknownRecording(let id):
      self.init(
        status: 404, error: "there is no recording '\(id.printable)'",
        fix: "give a record ID, or the ID of a meeting that was recorded and has ended")
    case .refused(let failure):
      self.init(status: 409, error: "the API answers \(failure.messageKey)", fix: failure.message)
    }
  }

  private static func fix(_ text: String, _ known: [String], orElse otherwise: String) -> String {
    NearestName.of(text, among: known).map { "did you mean '\($0.printable)'?" } ?? otherwise
  }
}
