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

  /// Everything about one meeting.
  func getMeetingInfo(_ parameters: QueryParameters) -> Answer {
    var violations = Violations()
    violations.checkMeetingID(parameters)
    guard let meeting = meeting(parameters) else {
      violations.add(.meetingNotFound)
      return .failed(violations.reported ?? .meetingNotFound)
    }
    return violations.reported.map { .failed($0) } ?? .meetingInfo(meeting)
  }

  /// Ends a meeting at once; the real server needs about a second (facts §2.5).
  mutating func end(_ parameters: QueryParameters) -> Answer {
    var violations = Violations()
    violations.checkMeetingID(parameters)
    guard let meeting = meeting(parameters) else {
      violations.add(profile.endUnknownMeeting)
      return .failed(violations.reported ?? profile.endUnknownMeeting)
    }
    let password = parameters.text("password")
    violations.checkPassword(password)
    let isRight =
      password.map { $0.hasSameBytes(as: meeting.details.moderatorPW) } ?? !profile.endRequiresPassword
    violations.add(.moderatorPasswordIncorrect, if: !isRight)
    if let failure = violations.reported { return .failed(failure) }
    timeline.perform(.end(internalMeetingID: meeting.details.internalMeetingID))
    return .ended
  }

  private func meeting(_ parameters: QueryParameters) -> Meeting? {
    parameters["meetingID"].flatMap { world.meeting(matching: $0) }
  }
}
