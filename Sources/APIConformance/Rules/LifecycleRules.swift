import BBBAPI
import ConformanceKit

extension Rule {
  /// A meeting from its beginning to its end.
  static let lifecycle: [Rule] = [
    freshMeetingIdle, joinAdmits, peopleCounted, wrongPassword, endRemoves, unknownMeeting,
  ]

  private static let freshMeetingIdle = Rule(
    "lifecycle/fresh-meeting-idle", .required,
    "A meeting that nobody has joined is known, empty and not running.",
    .facts("§4.3", "freshly created meeting: running=false although it exists")
  ) { hearing in
    let opened = try await hearing.openedMeeting()
    let meeting = opened.meeting
    try await hearing.expectRunning(meeting, "false")
    let answer = try await hearing.info(meeting)
    let info = try hearing.success(answer)
    let expected = [
      "meetingName": meeting.name, "meetingID": meeting.meetingID, "running": "false",
      "participantCount": "0",
      "createTime": opened.created.text(of: "createTime") ?? "nothing",
    ]
    for (name, value) in expected.sorted(by: { $0.key < $1.key }) {
      hearing.expect("\(name) is another one", info.text(of: name), is: value, in: answer)
    }
  }

  private static let joinAdmits = Rule(
    "lifecycle/join-admits", .required,
    "join with redirect=false answers successfullyJoined with the meeting's internal ID and a session.",
    .facts(
      "§2.3", "success with redirect=false: meeting_id, user_id, auth_token, session_token, guestStatus, url")
  ) { hearing in
    let opened = try await hearing.openedMeeting()
    let answer = try await hearing.join(opened.meeting, as: "MODERATOR")
    let joined = try hearing.success(answer)
    hearing.expect(
      "the join is not confirmed", joined.text(of: "messageKey"), is: "successfullyJoined", in: answer)
    hearing.expect(
      "the person is sent into another meeting", joined.text(of: "meeting_id"),
      is: opened.created.text(of: "internalMeetingID") ?? "nothing", in: answer)
    for name in ["user_id", "auth_token", "session_token", "url"] {
      hearing.expect(!(joined.text(of: name) ?? "").isEmpty, "\(name) is missing or empty", in: answer)
    }
  }

  private static let wrongPassword = Rule(
    "lifecycle/end-refuses-wrong-password", .required,
    "end with a wrong password is refused with invalidPassword, and the meeting goes on.",
    .facts("§2.5", "password is checked if non-empty and the meeting has one")
  ) { hearing in
    let meeting = try await hearing.openedMeeting().meeting
    let answer = try await hearing.end(meeting, password: "not-" + meeting.moderatorPW)
    hearing.expectRefusal(answer, keys: ["invalidPassword"])
    _ = try await hearing.success(hearing.info(meeting))
  }

  private static let endRemoves = Rule(
    "lifecycle/end-removes", .required,
    "After end the meeting is unknown to getMeetingInfo, not running, and no longer listed.",
    .facts("§2.5", "sentEndMeetingRequest; the meeting normally vanishes within a second or so"),
    .facts("§4.4", "removed from getMeetings; getMeetingInfo notFound; isMeetingRunning false")
  ) { hearing in
    let meeting = try await hearing.openedMeeting().meeting
    let answer = try await hearing.end(meeting)
    hearing.expect(
      "the end is not confirmed", try hearing.success(answer).text(of: "messageKey"),
      is: "sentEndMeetingRequest",
      in: answer)
    hearing.expectRefusal(try await hearing.infoOnceGone(meeting), keys: ["notFound"])
    try await hearing.expectRunning(meeting, "false")
    let listing = try await hearing.ask(.getMeetings)
    hearing.expect(
      try hearing.entry(of: meeting, in: listing) == nil, "a meeting that has ended is still listed",
      in: listing)
  }

  private static let unknownMeeting = Rule(
    "lifecycle/unknown-meeting", .required,
    "A meeting that never was: isMeetingRunning says false with SUCCESS, getMeetingInfo fails with notFound.",
    .facts("§2.4", "unknown meeting: SUCCESS + running false, never an error"),
    .facts("§3.5", "getMeetingInfo unknown: notFound")
  ) { hearing in
    let meeting = hearing.nextMeeting()
    try await hearing.expectRunning(meeting, "false")
    hearing.expectRefusal(try await hearing.info(meeting), keys: ["notFound"])
  }
}

extension Hearing {
  fileprivate func expectRunning(_ meeting: OwnMeeting, _ expected: String) async throws {
    let answer = try await ask(.isMeetingRunning, ["meetingID": meeting.meetingID])
    expect("`running` is another one", try success(answer).text(of: "running"), is: expected, in: answer)
  }
}
