import BBBAPI
import Determinism
import Scenarios

/// Turns a scenario's `timeline` into events.
///
/// The scenario's checks have made sure that each meeting and person exists; who doesn't is passed over.
struct TimelineCompiler {
  let scenario: Scenario

  var events: [(instant: SimulatedInstant, event: Event)] {
    scenario.timeline.compactMap { entry in
      event(for: entry.action).map { (scenario.starts.advanced(by: entry.at), $0) }
    }
  }

  private func event(for action: TimelineEntry.Action) -> Event? {
    switch action {
    case .leave(let meeting, let who):
      locate(who, in: meeting).map { .left($0, $1) }
    case .microphone(let meeting, let who, let on):
      locate(who, in: meeting).map { .audioChanged($0, $1, on ? .microphone : .none) }
    case .camera(let meeting, let who, let streams):
      locate(who, in: meeting).map { .cameraChanged($0, $1, streams: streams) }
    case .end(let meeting):
      scenario.meetings.firstIndex { $0.id == meeting }.map { .ended(MeetingKey(.plan($0))) }
    }
  }

  private func locate(_ who: String, in meeting: String) -> (MeetingKey, PersonKey)? {
    guard let index = scenario.meetings.firstIndex(where: { $0.id == meeting }) else { return nil }
    var ordinal = 0
    for plan in scenario.meetings[index].people {
      if plan.name == who { return (MeetingKey(.plan(index)), .planned(ordinal)) }
      ordinal += plan.count
    }
    return nil
  }
}
