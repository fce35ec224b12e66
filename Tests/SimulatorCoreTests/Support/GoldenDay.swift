import BBBAPI
import Determinism
import Scenarios

extension Scenario {
  /// A small day with one of everything that an answer can show.
  ///
  /// From the start to minute 30 `algebra`, recorded; from minute 5 to minute 60 `groups`, with two rooms from
  /// minute 10 to minute 20; a few recordings of old.
  static var golden: Scenario {
    var scenario = Scenario(
      name: "golden", seed: 3, starts: SimulatedInstant(millisecondsSinceEpoch: 1_735_689_600_000))
    scenario.meetings = [.algebra, .groups]
    scenario.recordings = [
      RecordingStock(count: 2, state: .published, spread: .seconds(86_400)),
      RecordingStock(count: 1, state: .unpublished, spread: .seconds(3600)),
      RecordingStock(count: 1, state: .deleted, spread: .seconds(3600)),
      RecordingStock(count: 1, state: .processing, spread: .seconds(600)),
      RecordingStock(count: 1, state: .processed, spread: .seconds(600)),
      RecordingStock(count: 1, state: .unprocessed, spread: .seconds(60)),
    ]
    return scenario
  }

  /// A day on which nothing happens.
  static var quiet: Scenario {
    Scenario(name: "quiet", seed: 3, starts: SimulatedInstant(millisecondsSinceEpoch: 1_735_689_600_123))
  }
}

extension MeetingPlan {
  fileprivate static var algebra: MeetingPlan {
    var plan = MeetingPlan(id: "algebra", name: "Algebra & <Co>", at: .zero, lasts: .seconds(1800))
    plan.record = true
    plan.origin = Origin(server: "lms.example.org", name: "Moodle")
    plan.metadata = [Metadatum("course", "Mathe \"1\""), Metadatum("empty", "")]
    plan.people = [
      PeoplePlan(
        name: "Ann Lee", userID: "teacher-7",
        crowd: Crowd(name: "a", role: .moderator, microphone: 1, camera: 1)),
      PeoplePlan(name: "Bo", crowd: Crowd(name: "b", listening: 1), joins: .at(.seconds(60))),
      PeoplePlan(name: "Cy 明", crowd: Crowd(name: "c", clients: [Weighted(.dialIn, weight: 1)])),
      PeoplePlan(name: "Di", crowd: Crowd(name: "d", listening: 1), leaves: .at(.seconds(120))),
    ]
    return plan
  }

  fileprivate static var groups: MeetingPlan {
    var plan = MeetingPlan(id: "groups", name: "Groups", at: .seconds(300), lasts: .seconds(3300))
    plan.people = [
      PeoplePlan(name: "Host", userID: "host", crowd: Crowd(name: "h", role: .moderator, microphone: 1)),
      PeoplePlan(name: "Eve", userID: "eve", crowd: Crowd(name: "e", microphone: 1)),
      PeoplePlan(
        name: "Fay", userID: "fay", crowd: Crowd(name: "f", listening: 1, camera: 1), cameraStreams: 2),
    ]
    plan.breakouts = BreakoutPlan(at: .seconds(300), rooms: 2, lasts: .seconds(600))
    return plan
  }
}
