import BBBAPI
import TimelineEngine

extension Simulation {
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
}
