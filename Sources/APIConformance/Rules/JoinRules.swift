import BBBAPI
import ConformanceKit

extension Rule {
  /// Letting people in.
  static let join: [Rule] = [
    Rule(
      "join/redirects", .required,
      "join sends the browser on with status 302, to a URL with a session token.",
      .facts("§2.3", "success default: 302 to the client + ?sessionToken=<16 chars>")
    ) { hearing in
      let answer = try await hearing.browserJoin(hearing.openedMeeting().meeting)
      hearing.expect("the status is another one", "\(answer.status)", is: "302", in: answer)
      let location = answer.location ?? ""
      hearing.expect(
        location.contains(/[?&]sessionToken=[0-9A-Za-z]/), "there is no sessionToken in the Location",
        in: answer)
    },

    Rule(
      "join/client-path", .informative, "join sends the browser to the client's path in this version.",
      .facts("§2.3", "2.x: <server>/html5client/join; 3.0: /html5client/ [?]")
    ) { hearing in
      let answer = try await hearing.browserJoin(hearing.openedMeeting().meeting)
      let path = hearing.profile.clientPath
      hearing.expect(
        answer.location?.contains(path + "?") ?? false, "the Location does not lead to \(path)?…", in: answer)
    },

    Rule(
      "join/session-cookie", .informative, "join sets the cookie of the session.",
      .facts("§2.3", "sets the servlet session (JSESSIONID cookie)")
    ) { hearing in
      let answer = try await hearing.browserJoin(hearing.openedMeeting().meeting)
      hearing.expect(answer.sets(cookie: "JSESSIONID"), "there is no such cookie", in: answer)
    },

    Rule(
      "join/answer-order", .recommended,
      "The elements of the answer of join with redirect=false stand in the order of BBB's template.",
      .facts("§2.3", "success with redirect=false (document order, 2.0+)")
    ) { hearing in
      let answer = try await hearing.join(hearing.openedMeeting().meeting, as: "MODERATOR")
      try hearing.expectOrder(hearing.success(answer), is: ElementOrder.joined, in: answer)
    },

    Rule(
      "join/identifiers", .recommended,
      "join hands out a user ID w_ and 12 characters, tokens of 12 and 16, guestStatus ALLOW, and BBB's words.",
      .facts("§2.3", "user_id w_ + 12 lower-case alphanumerics; auth_token 12, session_token 16")
    ) { hearing in
      let answer = try await hearing.join(hearing.openedMeeting().meeting, as: "VIEWER")
      let joined = try hearing.success(answer)
      let forms: [(String, Regex<Substring>)] = [
        ("user_id", /w_[0-9a-z]{12}/), ("auth_token", /[0-9a-z]{12}/), ("session_token", /[0-9a-z]{16}/),
        ("guestStatus", /ALLOW/),
      ]
      for (name, form) in forms {
        let text = joined.text(of: name) ?? ""
        hearing.expect(text.wholeMatch(of: form) != nil, "\(name) has another form", in: answer)
      }
      hearing.expectMessage(of: .successfullyJoined, in: answer)
    },

    Rule(
      "join/by-role", .required, "join with a role, whatever its case, needs no password.",
      .facts("§2.3", "role (MODERATOR|VIEWER, case-insensitive; since 2.4; wins over password)"),
      for: \.knowsRoleParameter
    ) { hearing in
      let meeting = try await hearing.openedMeeting().meeting
      for role in ["MODERATOR", "viewer"] {
        let answer = try await hearing.ask(
          Question(.join, hearing.person(["meetingID": meeting.meetingID, "role": role])))
        hearing.expectSuccess(answer)
      }
    },

    Rule(
      "join/by-password", .required, "join with either password and no role lets in.",
      .facts("§2.3", "either role or password")
    ) { hearing in
      let meeting = try await hearing.openedMeeting().meeting
      for password in [meeting.moderatorPW, meeting.attendeePW] {
        let answer = try await hearing.ask(
          Question(.join, hearing.person(["meetingID": meeting.meetingID, "password": password])))
        hearing.expectSuccess(answer)
      }
    },

    Rule(
      "join/create-time-kept", .required, "join with the createTime of the meeting lets in.",
      .facts("§6", "createTime in join pins a URL to one meeting instance")
    ) { hearing in
      let opened = try await hearing.openedMeeting()
      let createTime = opened.created.text(of: "createTime") ?? ""
      hearing.expectSuccess(
        try await hearing.join(opened.meeting, as: "VIEWER", ["createTime": createTime]))
    },

    Rule(
      "join/second-device", .recommended, "Somebody who is in may come again, under the same userID.",
      .facts("§4.6", "same userID re-joining is allowed"),
      .facts("§4.7", "two sessions of the same userID (maxUserConcurrentAccesses 3)")
    ) { hearing in
      let meeting = try await hearing.openedMeeting(["maxParticipants": "1"]).meeting
      for _ in 1...2 {
        hearing.expectSuccess(
          try await hearing.join(meeting, as: "VIEWER", ["userID": "conformance-\(meeting.voiceBridge)"]))
      }
    },
  ]
}

extension Hearing {
  /// The question of somebody with a name, without a browser.
  func person(_ parameters: KeyValuePairs<String, String>) -> [Metadatum] {
    parameters.map { Metadatum($0.key, $0.value) }
      + [Metadatum("fullName", "Conformance viewer"), Metadatum("redirect", "false")]
  }

  /// Joins as a browser does, which wants to be sent on.
  func browserJoin(_ meeting: OwnMeeting, _ more: KeyValuePairs<String, String> = [:]) async throws -> Answer
  {
    let usual = [
      Metadatum("meetingID", meeting.meetingID), Metadatum("fullName", "Conformance viewer"),
      Metadatum("password", meeting.attendeePW), Metadatum("role", "VIEWER"),
    ]
    return try await ask(Question(.join, usual + more.map { Metadatum($0.key, $0.value) }))
  }
}
