import BBBAPI
import ConformanceKit

extension Rule {
  /// The calls of bbb-webhooks, an application of its own that a server need not have.
  ///
  /// The hooks made here are for meetings that never were, so that nothing is ever sent to them, and are destroyed again.
  static let hooks: [Rule] = [
    Rule(
      "hooks/created-and-destroyed", .recommended,
      "A hook that hooks/create makes is listed by hooks/list, and gone after hooks/destroy.",
      .facts("§2.19", "hooks/create, hooks/list, hooks/destroy")
    ) { hearing in
      let meeting = hearing.nextMeeting()
      let hookID = try await hearing.openedHook(for: meeting)
      let listing = try await hearing.ask(.hooksList, ["meetingID": meeting.meetingID])
      hearing.expect(try hearing.hookIDs(in: listing).contains(hookID), "the hook is not listed", in: listing)
      let answer = try await hearing.ask(.hooksDestroy, ["hookID": hookID])
      hearing.expect(
        "`removed` is another one", try hearing.success(answer).text(of: "removed"), is: "true", in: answer)
      let later = try await hearing.ask(.hooksList, ["meetingID": meeting.meetingID])
      hearing.expect(try !hearing.hookIDs(in: later).contains(hookID), "the hook is still listed", in: later)
    },

    Rule(
      "hooks/created-once", .recommended,
      "hooks/create for a callbackURL that has a hook answers duplicateWarning and the same hookID.",
      .facts("§2.19", "dup: returncode SUCCESS, hookID, messageKey duplicateWarning")
    ) { hearing in
      let meeting = hearing.nextMeeting()
      let hookID = try await hearing.openedHook(for: meeting)
      let answer = try await hearing.ask(.hooksCreate, meeting.hookParameters)
      let response = try hearing.success(answer)
      hearing.expect("the hook is another one", response.text(of: "hookID"), is: hookID, in: answer)
      hearing.expect(
        "a repeated hook does not say so", response.text(of: "messageKey"), is: "duplicateWarning", in: answer
      )
    },

    Rule(
      "hooks/refusals", .recommended,
      "hooks/create without a callbackURL, hooks/destroy of nothing and of the unknown, and a wrong checksum are refused.",
      .facts("§2.19", "missingParamCallbackURL, missingParamHookID, destroyMissingHook, checksumError")
    ) { hearing in
      try await hearing.requireHooks()
      hearing.expect(try await hearing.ask(.hooksCreate), says: .callbackURLMissing)
      hearing.expect(try await hearing.ask(.hooksDestroy), says: .hookIDMissing)
      hearing.expect(
        try await hearing.ask(.hooksDestroy, ["hookID": hearing.nextMeeting().meetingID]),
        says: .hookNotFound)
      hearing.expect(
        try await hearing.ask(Question(.hooksList), signature: Signature(isForged: true)),
        says: .hooksChecksum)
    },

    Rule(
      "hooks/on-one-line", .informative, "The answers of bbb-webhooks are one line, as text/xml.",
      .facts("§2.19", "only text/xml, whitespace between tags removed (single line)")
    ) { hearing in
      try await hearing.requireHooks()
      let answer = try await hearing.ask(.hooksList, ["meetingID": hearing.nextMeeting().meetingID])
      hearing.expect("the media type is another one", answer.mediaType, is: "text/xml", in: answer)
      hearing.expect(!answer.body.contains(UInt8(ascii: "\n")), "there are several lines", in: answer)
    },
  ]
}

extension OwnMeeting {
  /// What `hooks/create` is called with; RFC 2606 keeps the host from ever existing.
  fileprivate var hookParameters: KeyValuePairs<String, String> {
    ["callbackURL": "https://conformance.invalid/\(meetingID)", "meetingID": meetingID]
  }
}

extension Hearing {
  /// - Throws: a skipped case where the server has no bbb-webhooks.
  fileprivate func requireHooks() async throws {
    let answer = try await ask(.hooksList, ["meetingID": nextMeeting().meetingID])
    guard answer.response == nil, [404, 502, 503].contains(answer.status) else { return }
    throw EarlyVerdict(.skipped("the server has no bbb-webhooks: status \(answer.status)"))
  }

  /// A new hook's ID; it is destroyed at the end.
  fileprivate func openedHook(for meeting: OwnMeeting) async throws -> String {
    try await requireHooks()
    let answer = try await ask(.hooksCreate, meeting.hookParameters)
    let response = try success(answer)
    let hookID = response.text(of: "hookID") ?? ""
    // A hook that is there already is somebody else's, whatever the server says.
    guard !hookID.isEmpty, response["messageKey"] == nil else {
      throw EarlyVerdict(
        .judged(by: [
          Finding(
            "hooks/create makes no new hook", expected: "a hookID", actual: "\(answer)", at: answer.place)
        ]))
    }
    remember(hookID: hookID)
    return hookID
  }

  fileprivate func hookIDs(in answer: Answer) throws(EarlyVerdict) -> [String] {
    try success(answer)["hooks"]?.children.compactMap { $0.text(of: "hookID") } ?? []
  }
}
