import BBBAPI
import ConformanceKit

extension Rule {
  /// Ending meetings, and what else belongs to their life.
  static let ending: [Rule] = [
    Rule(
      "lifecycle/end-unknown-meeting", .required, "end for a meeting that never was fails.",
      .facts(
        "§3.5", "end on unknown meeting: invalidPassword by this logic, although integrations expect notFound"
      )
    ) { hearing in
      let answer = try await hearing.end(hearing.nextMeeting())
      hearing.expectRefusal(answer, keys: ["notFound", "invalidPassword"])
    },

    Rule(
      "lifecycle/end-without-password", .required,
      "end without a password ends the meeting; the first 2.4 refuses it with invalidPassword.",
      .facts("§2.5", "≤2.4 required; later (2.4.x+/2.6/3.0) optional")
    ) { hearing in
      let meeting = try await hearing.openedMeeting().meeting
      let answer = try await hearing.ask(.end, ["meetingID": meeting.meetingID])
      if hearing.profile.endRequiresPassword {
        hearing.expectRefusal(answer, keys: ["invalidPassword"])
      } else {
        hearing.expectSuccess(answer)
        hearing.expectRefusal(try await hearing.infoOnceGone(meeting), keys: ["notFound"])
      }
    },

    Rule(
      "lifecycle/end-by-viewer-refused", .required,
      "end with the viewers' password is refused with invalidPassword.",
      .facts("§2.5", "password (moderator)")
    ) { hearing in
      let meeting = try await hearing.openedMeeting().meeting
      hearing.expectRefusal(
        try await hearing.end(meeting, password: meeting.attendeePW), keys: ["invalidPassword"])
    },

    Rule(
      "lifecycle/end-answer", .recommended,
      "end answers with messageKey and message, and refuses a wrong password, in the words of BBB.",
      .facts("§2.5", "A request to end the meeting was sent. Please wait a few seconds …"),
      .facts("§3.3", "The supplied moderator password is incorrect")
    ) { hearing in
      let meeting = try await hearing.openedMeeting().meeting
      hearing.expect(try await hearing.end(meeting, password: "not-it"), says: .moderatorPasswordIncorrect)
      let answer = try await hearing.end(meeting)
      try hearing.expectOrder(hearing.success(answer), is: ElementOrder.notice, in: answer)
      hearing.expectMessage(of: .sentEndMeetingRequest, in: answer)
    },

    Rule(
      "lifecycle/ended-twice", .required,
      "end for a meeting that has ended fails, as for one that never was.",
      .facts("§4.4", "end call: meeting removed at once")
    ) { hearing in
      let meeting = try await hearing.openedMeeting().meeting
      hearing.expectSuccess(try await hearing.end(meeting))
      _ = try await hearing.infoOnceGone(meeting)
      hearing.expectRefusal(try await hearing.end(meeting), keys: ["notFound", "invalidPassword"])
    },

    Rule(
      "lifecycle/times", .recommended,
      "A meeting has started before anybody joins, has not ended, and was not ended by force.",
      .facts("§4.3", "startTime: non-zero before anybody joins; endTime: 0"),
      .facts("§4.3", "hasBeenForciblyEnded: practically never seen as true in 2.x/3.x")
    ) { hearing in
      let meeting = try await hearing.openedMeeting().meeting
      // A few milliseconds after createTime, says the fact sheet.
      let answer = try await hearing.info(meeting) { ($0.response?.integer(of: "startTime") ?? 0) > 0 }
      let info = try hearing.success(answer)
      hearing.expect((info.integer(of: "startTime") ?? 0) > 0, "startTime is no instant", in: answer)
      for (name, value) in [("endTime", "0"), ("hasBeenForciblyEnded", "false"), ("hasUserJoined", "false")] {
        hearing.expect("\(name) is another one", info.text(of: name), is: value, in: answer)
      }
    },

    Rule(
      "lifecycle/internal-id-accepted", .informative,
      "A meeting is found by its internal ID too.",
      .facts("§4.2", "ID lookup is lenient: internal ids are accepted everywhere")
    ) { hearing in
      let opened = try await hearing.openedMeeting()
      let internalID = opened.created.text(of: "internalMeetingID") ?? ""
      let answer = try await hearing.ask(.getMeetingInfo, ["meetingID": internalID])
      hearing.expect(
        "another meeting is found", try hearing.success(answer).text(of: "meetingID"),
        is: opened.meeting.meetingID, in: answer)
    },
  ]
}
