import BBBAPI
import Determinism
import Scenarios

/// Turns a scenario's `timeline` into events.
///
/// The scenario's checks have made sure that each meeting and person exists; who doesn't is passed over.
struct TimelineCompiler {
  private let scenario: Scenario
  private let root: StreamKey
  /// The positions of the meetings that the timeline may speak of, by ID; the days of a repeated one in order.
  private let meetings: [String: [Int]]

  init(scenario: Scenario, root: StreamKey) {
    self.scenario = scenario
    self.root = root
    meetings =
      scenario.timeline.isEmpty
      ? [:] : Dictionary(grouping: scenario.meetings.indices) { scenario.meetings[$0].id }
  }

  var events: [(instant: SimulatedInstant, event: Event)] {
    scenario.timeline.compactMap { entry in
      event(for: entry).map { (scenario.starts.advanced(by: entry.at), $0) }
    }
  }

  private func event(for entry: TimelineEntry) -> Event? {
    switch entry.action {
    case .join(let meeting, let who):
      locate(who, in: meeting, at: entry.at).map { .returned($0.key, .planned($0.number), attendee($0)) }
    case .leave(let meeting, let who):
      locate(who, in: meeting, at: entry.at).map { .left($0.key, .planned($0.number)) }
    case .microphone(let meeting, let who, let on):
      audio(of: who, in: meeting, at: entry.at, on ? .microphone : .none)
    case .listen(let meeting, let who, let on):
      audio(of: who, in: meeting, at: entry.at, on ? .listening : .none)
    case .camera(let meeting, let who, let streams):
      locate(who, in: meeting, at: entry.at)
        .map { .cameraChanged($0.key, .planned($0.number), streams: streams) }
    case .presenter(let meeting, let who):
      locate(who, in: meeting, at: entry.at).map { .presentationTaken($0.key, .planned($0.number)) }
    case .guestDecision(let meeting, let who, let status):
      locate(who, in: meeting, at: entry.at).map { .guestDecided($0.key, guest: who, status) }
    case .end(let meeting):
      index(of: meeting, at: entry.at).map { .ended(MeetingKey(.plan($0))) }
    case .recording(let meeting, let state):
      .recordingsMoved(meetingID: meeting, state)
    }
  }

  private func audio(of who: String, in meeting: String, at moment: Duration, _ audio: Audio) -> Event? {
    locate(who, in: meeting, at: moment).map { .audioChanged($0.key, .planned($0.number), audio) }
  }

  /// Somebody with a name: the meeting's position, the entry of its people, and the number among them.
  private struct Located {
    var meeting: Int
    var group: Int
    var number: Int
    var key: MeetingKey { MeetingKey(.plan(meeting)) }
  }

  private func locate(_ who: String, in meeting: String, at moment: Duration) -> Located? {
    guard let index = index(of: meeting, at: moment) else { return nil }
    var number = 0
    for (group, plan) in scenario.meetings[index].people.enumerated() {
      if plan.name == who { return Located(meeting: index, group: group, number: number) }
      number += plan.count
    }
    return nil
  }

  /// The meeting of that ID on the day that is on at a moment, or was before it.
  private func index(of meeting: String, at moment: Duration) -> Int? {
    let days = meetings[meeting] ?? []
    return days.last { scenario.meetings[$0].at <= moment } ?? days.first
  }

  private func attendee(_ person: Located) -> Attendee {
    let meeting = PlannedMeeting(at: person.meeting, of: scenario, root: root)
    return JoinQueue(of: meeting).person(0, ofGroup: person.group).attendee
  }
}
