import BBBAPI
import ConformanceKit

extension Rule {
  /// What happens in a meeting's room: presentations, the chat, sessions.
  static let rooms: [Rule] = [
    Rule(
      "rooms/document-inserted", .recommended,
      "insertDocument takes presentations for a meeting from a body of XML, and says so.",
      .facts("§2.16", "SUCCESS Presentation is being uploaded"),
      for: { $0.has(.insertDocument) }
    ) { hearing in
      let meeting = try await hearing.openedMeeting().meeting
      let answer = try await hearing.ask(hearing.insertion(into: meeting))
      hearing.expectSuccess(answer)
      hearing.expect(
        "the message is another one", answer.message, is: "Presentation is being uploaded", in: answer)
    },

    Rule(
      "rooms/no-document-for-unknown-meeting", .recommended,
      "insertDocument fails for a meeting that never was, and names it.",
      .facts("§2.16", "FAILED Meeting with id [<externalID>] not found."),
      for: { $0.has(.insertDocument) }
    ) { hearing in
      let meeting = hearing.nextMeeting()
      let answer = try await hearing.ask(hearing.insertion(into: meeting))
      hearing.expect(answer.hasFailed, "the answer is not FAILED", in: answer)
      hearing.expect(
        "the message is another one", answer.message, is: "Meeting with id [\(meeting.meetingID)] not found.",
        in: answer)
    },

    Rule(
      "rooms/chat-message-sent", .recommended,
      "sendChatMessage to a meeting with people in it succeeds, with empty messageKey and message.",
      .facts("§2.17", "returncode SUCCESS + empty messageKey and message"),
      for: { $0.has(.sendChatMessage) }
    ) { hearing in
      let meeting = try await hearing.openedMeeting().meeting
      _ = try await hearing.success(hearing.join(meeting, as: "MODERATOR"))
      let isRunning = try await hearing.success(
        hearing.ask(.isMeetingRunning, ["meetingID": meeting.meetingID])
      ).text(of: "running")
      let answer = try await hearing.ask(
        .sendChatMessage, ["meetingID": meeting.meetingID, "message": "Conformance check"])
      if isRunning == "false", answer.hasFailed {
        throw EarlyVerdict(.skipped("the server counts people only when their browser has connected"))
      }
      try hearing.expectOrder(hearing.success(answer), is: ElementOrder.notice, in: answer)
      hearing.expect("messageKey is not empty", answer.messageKey, is: "", in: answer)
    },

    Rule(
      "rooms/chat-refusals", .recommended,
      "sendChatMessage refuses a meeting that never was, no message, and one too long, in the words of BBB.",
      .facts("§2.17", "meetingNotFound; You must provide the param message; sizeError"),
      for: { $0.has(.sendChatMessage) }
    ) { hearing in
      let meetingID = hearing.nextMeeting().meetingID
      hearing.expect(
        try await hearing.ask(.sendChatMessage, ["meetingID": meetingID, "message": "x"]),
        says: .chatMeetingNotFound)
      let long = String(repeating: "x", count: 501)
      hearing.expect(
        try await hearing.ask(.sendChatMessage, ["meetingID": meetingID, "message": long]),
        says: .chatMessageLength)
      let answer = try await hearing.ask(.sendChatMessage, ["meetingID": meetingID])
      hearing.expect(
        "the message is another one", answer.message, is: APIFailure.chatMessageMissing.message, in: answer)
    },

    Rule(
      "rooms/sessions-listed", .recommended,
      "getSessions answers SUCCESS with the sessions of people, or with noSessions.",
      .facts("§2.9", "sessions/meeting*{meetingID (internal), meetingName, userName}; empty: noSessions")
    ) { hearing in
      let answer = try await hearing.ask(.getSessions)
      let response = try hearing.success(answer)
      let sessions = response["sessions"]?.children ?? []
      hearing.expect(response["sessions"] != nil, "there is no <sessions>", in: answer)
      if sessions.isEmpty {
        hearing.expect("nothing says so", answer.messageKey, is: "noSessions", in: answer)
      } else {
        hearing.expectOrder(sessions[0], is: ["meetingID", "meetingName", "userName"], in: answer)
      }
    },

    Rule(
      "rooms/signed-out", .informative, "signOut answers SUCCESS, whoever asks.",
      .facts("§2.18", "signOut: XML SUCCESS always")
    ) { hearing in
      hearing.expectSuccess(
        try await hearing.ask(Question(.signOut, ["sessionToken": "conformance"]), signature: nil))
    },
  ]
}

extension Hearing {
  fileprivate func insertion(into meeting: OwnMeeting) -> Question {
    let body =
      #"<modules><module name="presentation"><document name="conformance.txt">Y29uZm9ybWFuY2UK</document></module></modules>"#
    return Question(.insertDocument, ["meetingID": meeting.meetingID]).posting(body, as: MediaType.xml)
  }
}
