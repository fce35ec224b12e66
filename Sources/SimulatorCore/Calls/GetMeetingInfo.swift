import BBBAPI
import TimelineEngine

extension Simulation {
  /// Everything about one meeting (facts §2.6).
  func getMeetingInfo(_ parameters: QueryParameters) -> Answer {
    var violations = Violations()
    violations.checkMeetingID(parameters)
    guard let meeting = meeting(parameters) else {
      violations.add(.meetingNotFound)
      return .failed(violations.reported ?? .meetingNotFound)
    }
    return violations.reported.map { .failed($0) } ?? .meetingInfo(meeting)
  }
}
