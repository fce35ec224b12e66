import BBBAPI
import ConformanceKit

extension Rule {
  /// Whom `join` turns away, and how.
  static let joinRefusals: [Rule] = [
    Rule(
      "join/nameless-refused", .required, "join without fullName is turned away with missingParamFullName.",
      .facts("§3.3", "missingParamFullName")
    ) { hearing in
      let meeting = try await hearing.openedMeeting().meeting
      let answer = try await hearing.ask(
        .join, ["meetingID": meeting.meetingID, "role": "VIEWER", "password": meeting.attendeePW])
      hearing.expectTurnedAway(answer, keys: ["missingParamFullName"])
    },

    Rule(
      "join/unknown-meeting-refused", .required,
      "join to a meeting that never was is turned away: meetingForciblyEnded or invalidMeetingIdentifier.",
      .facts("§3.5", "join to unknown meeting: meetingForciblyEnded, not invalidMeetingIdentifier")
    ) { hearing in
      let answer = try await hearing.browserJoin(hearing.nextMeeting())
      hearing.expectTurnedAway(answer, keys: ["meetingForciblyEnded", "invalidMeetingIdentifier"])
    },

    Rule(
      "join/ended-meeting-refused", .required,
      "join to a meeting that has ended is turned away: meetingForciblyEnded or invalidMeetingIdentifier.",
      .facts("§3.3", "You can not join a meeting that has already been forcibly ended")
    ) { hearing in
      let meeting = try await hearing.openedMeeting().meeting
      hearing.expectSuccess(try await hearing.end(meeting))
      _ = try await hearing.infoOnceGone(meeting)
      let answer = try await hearing.browserJoin(meeting)
      hearing.expectTurnedAway(answer, keys: ["meetingForciblyEnded", "invalidMeetingIdentifier"])
    },

    Rule(
      "join/wrong-password-refused", .required,
      "join with a password of neither role, and no role, is turned away.",
      .facts("§3.3", "Params required: You must enter a valid password; 2.4: invalidPassword")
    ) { hearing in
      let meeting = try await hearing.openedMeeting().meeting
      let answer = try await hearing.ask(
        Question(
          .join,
          hearing.person([
            "meetingID": meeting.meetingID, "password": "not-" + meeting.attendeePW,
          ])))
      hearing.expectTurnedAway(answer, keys: ["Params required", "invalidPassword"])
    },

    Rule(
      "join/other-create-time-refused", .required,
      "join with another createTime than the meeting's is turned away with mismatchCreateTimeParam.",
      .facts("§3.3", "mismatchCreateTimeParam")
    ) { hearing in
      let opened = try await hearing.openedMeeting()
      let createTime = opened.created.integer(of: "createTime") ?? 1
      let answer = try await hearing.browserJoin(opened.meeting, ["createTime": "\(createTime - 1)"])
      hearing.expectTurnedAway(answer, keys: ["mismatchCreateTimeParam"])
    },

    Rule(
      "join/errors-travel-in-redirect", .recommended,
      "What is wrong with a join travels as JSON in the query of a redirect, even with redirect=false.",
      .facts("§3.4", "302 to <target>?errors=<json>; validation errors always redirect")
    ) { hearing in
      let meeting = try await hearing.openedMeeting().meeting
      for redirect in ["true", "false"] {
        let answer = try await hearing.ask(
          .join, ["meetingID": meeting.meetingID, "role": "VIEWER", "redirect": redirect])
        hearing.expectRedirect(answer, with: .fullNameMissing)
      }
      let answer = try await hearing.browserJoin(meeting, ["guest": "perhaps"])
      hearing.expectRedirect(answer, with: .guestNotBoolean)
    },

    Rule(
      "join/errors-lead-to-logout-url", .recommended,
      "A join that fails leads to logoutURL, and to errorRedirectUrl where the version knows it.",
      .facts("§3.4", "target: parameter logoutURL if present; errorRedirectUrl overrides")
    ) { hearing in
      let logoutURL = "https://conformance.invalid/out?a=1"
      let answer = try await hearing.browserJoin(hearing.nextMeeting(), ["logoutURL": logoutURL])
      hearing.expect(
        answer.location?.hasPrefix(logoutURL + "&errors=") ?? false, "it does not lead to logoutURL",
        in: answer)
      guard hearing.profile.knowsErrorRedirect else { return }
      let errorURL = "https://conformance.invalid/error"
      let other = try await hearing.browserJoin(
        hearing.nextMeeting(), ["logoutURL": logoutURL, "errorRedirectUrl": errorURL])
      hearing.expect(
        other.location?.hasPrefix(errorURL + "?errors=") ?? false, "it does not lead to errorRedirectUrl",
        in: other)
    },

    Rule(
      "join/late-errors", .recommended,
      "A createTime that mismatches is told as XML with redirect=false since 3.0, in a redirect before.",
      .facts(
        "§3.4",
        "3.0: mismatchCreateTimeParam, maxParticipantsReached, guestDeniedAccess honour redirect=false")
    ) { hearing in
      let meeting = try await hearing.openedMeeting().meeting
      let answer = try await hearing.join(meeting, as: "VIEWER", ["createTime": "1"])
      if hearing.profile.joinFailuresHonourRedirect {
        hearing.expect(answer, says: .mismatchCreateTime)
      } else {
        hearing.expectRedirect(answer, with: .mismatchCreateTime)
      }
    },

    Rule(
      "join/password-texts", .recommended,
      "A wrong password, and neither role nor password, are told in BBB's words: XML, but the first 2.4 redirects.",
      .facts("§3.3", "You must enter a valid password; You must either send the valid role of the user …")
    ) { hearing in
      let meeting = try await hearing.openedMeeting().meeting
      let wrong = hearing.person(["meetingID": meeting.meetingID, "password": "not-it"])
      let cases: [([Metadatum], APIFailure)] = [
        (wrong, .validPasswordRequired), (wrong.filter { $0.key != "password" }, .roleOrPasswordRequired),
      ]
      for (parameters, failure) in cases {
        let answer = try await hearing.ask(Question(.join, parameters))
        if hearing.profile.redirectsWrongPassword {
          hearing.expectRedirect(answer, with: .passwordOfNeitherRole)
        } else {
          hearing.expect(answer, says: failure)
        }
      }
    },
  ]
}
