import BBBAPI
import TimelineEngine

extension Simulation {
  /// Whether anybody is in the meeting; an unknown meeting isn't running, and that is no failure (facts §2.4).
  func isMeetingRunning(_ parameters: QueryParameters) -> Answer {
    var violations = Violations()
    violations.checkMeetingID(parameters)
    if let failure = violations.reported { return .failed(failure) }
    return .running(meeting(parameters)?.isRunning ?? false)
  }

  /// The meeting that the `meetingID` parameter means.
  func meeting(_ parameters: QueryParameters) -> Meeting? {
    parameters["meetingID"].flatMap { world.meeting(matching: $0) }
  }
}
