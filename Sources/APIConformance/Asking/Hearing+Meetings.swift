import BBBAPI
import ConformanceKit

extension Hearing {
  /// Calls `create`, with the meeting's own parameters unless others are given, and remembers to end it.
  func create(_ meeting: OwnMeeting, _ parameters: [Metadatum]? = nil) async throws -> Answer {
    try await create(meeting, by: Question(.create, parameters ?? meeting.parameters))
  }

  /// Calls `create` in any way, and remembers to end the meeting.
  func create(
    _ meeting: OwnMeeting, by question: Question, signature: Signature? = Signature()
  ) async throws -> Answer {
    // Before the call: the meeting may be there although the answer gets lost.
    remember(meeting)
    let answer = try await ask(question, signature: signature)
    let isNamed = question.pieces.contains { $0.hasPrefix("meetingID=") }
    if let changed = meeting.changed(by: answer, isNamed: isNamed) { remember(changed, insteadOf: meeting) }
    return answer
  }

  /// A fresh meeting to judge something else on.
  ///
  /// - Throws: a blocked case when there is none to be had; another rule judges `create` itself.
  func openedMeeting(
    _ settings: KeyValuePairs<String, String> = [:]
  ) async throws -> OpenedMeeting {
    let meeting = nextMeeting()
    let answer = try await create(meeting, meeting.parameters(with: settings))
    guard answer.hasSucceeded, let response = answer.response else {
      throw EarlyVerdict(.blocked("no meeting could be made: \(answer); see create/fresh-meeting"))
    }
    return OpenedMeeting(meeting: meeting, created: response)
  }

  /// Lets a person in, without a browser.
  func join(
    _ meeting: OwnMeeting, as role: String, _ more: KeyValuePairs<String, String> = [:]
  ) async throws -> Answer {
    let password = role == "MODERATOR" ? meeting.moderatorPW : meeting.attendeePW
    let usual = [
      Metadatum("meetingID", meeting.meetingID), Metadatum("fullName", "Conformance \(role.lowercased())"),
      Metadatum("role", role), Metadatum("password", password), Metadatum("redirect", "false"),
    ]
    return try await ask(Question(.join, usual + more.map { Metadatum($0.key, $0.value) }))
  }

  /// Calls `end` with the moderators' password, or another one.
  func end(_ meeting: OwnMeeting, password: String? = nil) async throws -> Answer {
    try await ask(
      .end, ["meetingID": meeting.meetingID, "password": password ?? meeting.moderatorPW])
  }

  /// The answer of `getMeetingInfo`.
  func info(_ meeting: OwnMeeting) async throws -> Answer {
    try await ask(.getMeetingInfo, ["meetingID": meeting.meetingID])
  }

  /// Asks for the meeting until the server no longer knows it, or patience is at its end; the latest answer.
  func infoOnceGone(_ meeting: OwnMeeting) async throws -> Answer {
    try await info(meeting) { !$0.hasSucceeded }
  }

  /// Asks for the meeting until the answer is as it should be, or patience is at its end; the latest answer.
  func info(_ meeting: OwnMeeting, until isSettled: (Answer) -> Bool) async throws -> Answer {
    var answer = try await info(meeting)
    for _ in 1..<max(1, target.patience.looks) where !isSettled(answer) {
      try await target.patience.clock.sleep(for: target.patience.pause)
      answer = try await info(meeting)
    }
    return answer
  }

  /// The meeting's entry in an answer of `getMeetings`.
  func entry(of meeting: OwnMeeting, in answer: Answer) throws(EarlyVerdict) -> Element? {
    try success(answer)["meetings"]?.children.first { $0.text(of: "meetingID") == meeting.meetingID }
  }
}

extension OwnMeeting {
  /// The meeting as the server made it, if it chose an ID or a password of its own; nil otherwise.
  ///
  /// An ID that does not hold the one asked for is somebody else's, which is none of the judge's business.
  fileprivate func changed(by answer: Answer, isNamed: Bool) -> OwnMeeting? {
    guard answer.hasSucceeded, answer.messageKey != APINotice.duplicateWarning.messageKey,
      let created = answer.response
    else { return nil }
    var changed = self
    changed.meetingID = created.text(of: "meetingID") ?? meetingID
    changed.moderatorPW = created.text(of: "moderatorPW") ?? moderatorPW
    let isOwn =
      isNamed ? changed.meetingID.contains(meetingID) : changed.moderatorPW == moderatorPW
    return isOwn && changed != self ? changed : nil
  }
}

/// A meeting that the server says it has made, with the document in which it said so.
struct OpenedMeeting: Sendable {
  let meeting: OwnMeeting
  let created: Element
}

extension Hearing {
  /// Ends every meeting and destroys every hook that was made, even when the surrounding task has been cancelled.
  func adjourn() async {
    let own = forgetAll()
    // A task of its own, because a cancelled one sends nothing any more.
    await Task {
      for meeting in own.meetings { await clearAway(meeting) }
      for hookID in own.hookIDs { await clearAway(hookID: hookID) }
    }.value
  }

  private func clearAway(_ meeting: OwnMeeting) async {
    do {
      if try await end(meeting).hasSucceeded { return }
      // Refused: most often because it was never made or is gone already; else the server chose the password.
      let answer = try await info(meeting)
      guard answer.hasSucceeded else { return }
      let password = answer.response?.text(of: "moderatorPW")
      if let password, try await end(meeting, password: password).hasSucceeded { return }
    } catch {
      // The outcome says already what became of the server; here only the trace counts.
    }
    note("the meeting \(meeting.meetingID) could not be ended and may still be on the server")
  }

  private func clearAway(hookID: String) async {
    do {
      let answer = try await ask(.hooksDestroy, ["hookID": hookID])
      if answer.hasSucceeded || answer.messageKey == APIFailure.hookNotFound.messageKey { return }
    } catch {
      // As above.
    }
    note("the hook \(hookID.bounded) could not be destroyed and may still be on the server")
  }
}
