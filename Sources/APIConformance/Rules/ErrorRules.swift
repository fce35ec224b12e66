import BBBAPI
import ConformanceKit

extension Rule {
  /// What is no call at all, and how calls fail.
  static let errors: [Rule] = [
    Rule(
      "errors/unknown-call", .recommended,
      "A call that does not exist is a client's error (4xx), not an answer in XML.",
      .facts("§2.0", "unknown actions: 404 page (HTML), not an XML error")
    ) { hearing in
      let answer = try await hearing.ask(Question(call: "conformanceNoSuchCall", pieces: []))
      hearing.expectNoCall(answer)
    },

    Rule(
      "errors/call-names-have-case", .recommended, "The name of a call in other letters is no call.",
      .facts("§1.1", "callName … case-sensitive")
    ) { hearing in
      hearing.expectNoCall(try await hearing.ask(Question(call: "getmeetings", pieces: [])))
    },

    Rule(
      "errors/calls-of-other-versions", .informative,
      "Calls that this version does not have, or no longer has, are a client's error (4xx).",
      .facts("§2.0", "routing table; getDefaultConfigXML, setConfigXML, setPollXML removed in 2.4"),
      .facts("§9", "API additions by version")
    ) { hearing in
      let absent = hearing.profile.absentCalls.map(\.rawValue) + ["getDefaultConfigXML"]
      for call in absent { hearing.expectNoCall(try await hearing.ask(Question(call: call, pieces: []))) }
    },

    Rule(
      "errors/form", .required,
      "A call that fails says FAILED first, with a messageKey and a message, and status 200.",
      .facts("§3.1", "single error form"),
      .facts("§7", "Scalelite requires both messageKey and message nodes")
    ) { hearing in
      let answer = try await hearing.info(hearing.nextMeeting())
      hearing.expect("the status is another one", "\(answer.status)", is: "200", in: answer)
      hearing.expect(
        "the first element is another one", answer.response?.childNames.first, is: "returncode", in: answer)
      for name in ["messageKey", "message"] {
        let text = answer.response?.text(of: name) ?? ""
        hearing.expect(!text.isEmpty, "\(name) is missing or empty", in: answer)
      }
    },

    Rule(
      "errors/element-order", .recommended,
      "A call that fails has returncode, messageKey and message, in this order and no others.",
      .facts("§3.1", "single error form")
    ) { hearing in
      let unknown = hearing.nextMeeting()
      for answer in [try await hearing.info(unknown), try await hearing.end(unknown)] {
        guard let response = answer.response else { return hearing.expectSuccess(answer) }
        hearing.expectOrder(response, is: ElementOrder.notice, in: answer)
      }
    },

    Rule(
      "errors/unknown-meeting-text", .recommended,
      "getMeetingInfo for a meeting that never was fails in the words of BBB.",
      .facts("§3.3", "notFound: A meeting with that ID does not exist")
    ) { hearing in
      hearing.expect(try await hearing.info(hearing.nextMeeting()), says: .meetingNotFound)
    },

    Rule(
      "errors/missing-meeting-id", .required,
      "getMeetingInfo and isMeetingRunning without a meeting ID fail, with the key for it.",
      .facts("§3.5", "getMeetingInfo without meetingID: notFound; isMeetingRunning: missingParamMeetingID")
    ) { hearing in
      hearing.expectRefusal(
        try await hearing.ask(.getMeetingInfo),
        keys: ["notFound", "missingParamMeetingID", "validationError"])
      hearing.expectRefusal(
        try await hearing.ask(.isMeetingRunning), keys: ["missingParamMeetingID", "validationError"])
    },

    Rule(
      "errors/bad-meeting-id", .recommended,
      "isMeetingRunning with a comma in the ID, or one too long, fails in the words of BBB.",
      .facts("§3.3", "validationError: Meeting ID cannot contain ','; sizeError: all with meetingID")
    ) { hearing in
      let meetingID = hearing.nextMeeting().meetingID
      hearing.expect(
        try await hearing.ask(.isMeetingRunning, ["meetingID": meetingID + ",x"]), says: .meetingIDHasComma)
      let long = meetingID + String(repeating: "x", count: 256)
      hearing.expect(
        try await hearing.ask(.isMeetingRunning, ["meetingID": long]), says: .meetingIDLength)
    },
  ]
}

extension Hearing {
  /// Expects the page of a path that leads nowhere.
  fileprivate func expectNoCall(_ answer: Answer) {
    // BBB answers 404; its documentation leaves the status open, and a proxy may refuse before it looks.
    expect((400..<500).contains(answer.status), "the status is \(answer.status), not 4xx", in: answer)
    expect(answer.response == nil, "the answer is a BBB response", in: answer)
  }
}
