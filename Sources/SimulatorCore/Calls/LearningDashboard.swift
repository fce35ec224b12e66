import BBBAPI
import BBBWire
import TimelineEngine

extension Simulation {
  /// What a meeting's moderators see of it on the dashboard, as JSON within JSON (facts §2.18).
  func learningDashboard(_ parameters: QueryParameters, _ request: APIRequest) -> Answer {
    switch session(parameters, request) {
    case .invalid(let failure): return refused(failure.message, parameters)
    case .foreign: return refused("Invalid Session", parameters)
    case .valid(let session, let meeting):
      if let reason = obstacle(session, meeting) { return refused(reason, parameters) }
      return .json(
        .response([
          "returncode": "SUCCESS",
          "data": .string(String(decoding: meeting.dashboard.compact, as: UTF8.self)),
          "sessionToken": .string(session.client.sessionToken),
        ]))
    }
  }

  private func obstacle(_ session: UserSession, _ meeting: Meeting) -> String? {
    if session.role != .moderator { return "Access denied" }
    if meeting.details.settings.disabledFeatures.contains("learningDashboard") {
      return "Learning Dashboard disabled for this meeting"
    }
    if !meeting.isRunning { return "Meeting not found" }
    return meeting.startTime == 0 ? "Learning Dashboard data not found" : nil
  }
}

extension Meeting {
  /// The beginnings of the file that akka-apps writes: the meeting, and who is there.
  fileprivate var dashboard: JSONValue {
    let users = attendees.map { attendee in
      JSONValue.Member(
        attendee.userID,
        .members([
          "userKey": .string(attendee.userID), "extId": .string(attendee.userID),
          "name": .string(attendee.fullName), "isModerator": .boolean(attendee.role == .moderator),
        ]))
    }
    return .members([
      "intId": .string(details.internalMeetingID), "extId": .string(details.meetingID),
      "name": .string(details.name), "users": .object(users), "polls": .object([]), "screenshares": [],
      "createdOn": .number(details.createTime), "endedOn": .number(endTime),
    ])
  }
}
