import BBBAPI
import TimelineEngine

extension Simulation {
  /// Says something in a meeting's public chat (facts §2.17).
  mutating func sendChatMessage(_ parameters: QueryParameters) -> Answer {
    var violations = Violations()
    violations.checkMeetingID(parameters)
    let message = parameters["message"] ?? ""
    violations.add(.chatMessageMissing, if: message.isEmpty)
    violations.add(.chatMessageLength, if: message.utf16.count > 500)
    violations.add(.chatUserNameLength, if: (parameters["userName"] ?? "").utf16.count > 255)
    if let failure = violations.reported { return .failed(failure) }
    guard let meeting = meeting(parameters), meeting.isRunning else { return .failed(.chatMeetingNotFound) }
    timeline.perform(
      .sendChatMessage(
        internalMeetingID: meeting.details.internalMeetingID,
        userName: parameters.text("userName") ?? "System", message: message))
    return .chatMessageSent
  }
}
