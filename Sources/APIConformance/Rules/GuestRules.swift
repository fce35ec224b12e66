import BBBAPI
import ConformanceKit

extension Rule {
  /// People whom a meeting does not let in at once.
  static let guests: [Rule] = [
    Rule(
      "guests/denied", .recommended,
      "A viewer who joins a meeting with guestPolicy=ALWAYS_DENY is turned away with guestDeniedAccess, a moderator is not.",
      .facts("§4.8", "moderators: ALLOW; ALWAYS_DENY: DENY; DENY: guestDeniedAccess error")
    ) { hearing in
      let meeting = try await hearing.openedMeeting(["guestPolicy": "ALWAYS_DENY"]).meeting
      hearing.expectSuccess(try await hearing.join(meeting, as: "MODERATOR"))
      let answer = try await hearing.join(meeting, as: "VIEWER", ["guest": "true"])
      hearing.expectTurnedAway(answer, keys: ["guestDeniedAccess"])
    },

    Rule(
      "guests/wait", .recommended,
      "A guest who joins a meeting with guestPolicy=ASK_MODERATOR has to wait, and up to 2.7 is told so.",
      .facts("§4.8", "ASK_MODERATOR: WAIT if guest"), .facts("§2.3", "guest waiting ≤2.7: guestWait")
    ) { hearing in
      let meeting = try await hearing.openedMeeting(["guestPolicy": "ASK_MODERATOR"]).meeting
      let answer = try await hearing.join(meeting, as: "VIEWER", ["guest": "true"])
      let joined = try hearing.success(answer)
      hearing.expect("guestStatus is another one", joined.text(of: "guestStatus"), is: "WAIT", in: answer)
      let notice: APINotice = hearing.profile.hasGuestWaitPage ? .guestWait : .successfullyJoined
      hearing.expect(
        "messageKey is another one", joined.text(of: "messageKey"), is: notice.messageKey, in: answer)
    },

    Rule(
      "guests/waiting-not-listed", .recommended, "A guest who waits is not listed among the attendees.",
      .facts("§4.8", "WAIT users are not in attendees")
    ) { hearing in
      let meeting = try await hearing.openedMeeting(["guestPolicy": "ASK_MODERATOR"]).meeting
      _ = try await hearing.success(hearing.join(meeting, as: "VIEWER", ["guest": "true"]))
      let answer = try await hearing.info(meeting)
      let info = try hearing.success(answer)
      hearing.expect(
        "participantCount is another one", info.text(of: "participantCount"), is: "0", in: answer)
      hearing.expect(
        "people are listed", "\(info["attendees"]?.children.count ?? 0)", is: "0", in: answer)
    },

    Rule(
      "guests/meeting-full", .informative,
      "Who is one too many for maxParticipants is turned away with maxParticipantsReached.",
      .facts("§4.6", "limit check counts distinct external user ids"),
      .facts("§3.3", "maxParticipantsReached")
    ) { hearing in
      let meeting = try await hearing.openedMeeting(["maxParticipants": "1"]).meeting
      _ = try await hearing.success(hearing.join(meeting, as: "VIEWER", ["userID": "one"]))
      let answer = try await hearing.join(meeting, as: "VIEWER", ["userID": "two"])
      let count = try await hearing.success(hearing.info(meeting)).text(of: "participantCount")
      if answer.hasSucceeded, count == "0" {
        throw EarlyVerdict(.skipped("the server counts people only when their browser has connected"))
      }
      hearing.expectTurnedAway(answer, keys: ["maxParticipantsReached"])
    },
  ]
}
