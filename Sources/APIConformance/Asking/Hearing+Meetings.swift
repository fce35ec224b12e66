import BBBAPI
import ConformanceKit

extension Hearing {
  /// Calls `create`, with the meeting's own parameters unless others are given, and remembers to end it.
  func create(_ meeting: OwnMeeting, _ parameters: [Metadatum]? = nil) async throws -> Answer {
    // Before the call: the meeting may be there although the answer gets lost.
    remember(meeting)
    let answer = try await ask(Question(.create, parameters ?? meeting.parameters))
    if let changed = meeting.changed(by: answer) { remember(changed, insteadOf: meeting) }
    return answer
  }

  /// A fresh meeting to judge something else on.
  ///
  /// - Throws: a blocked case when there is none to be had; another rule judges `create` itself.
  func openedMeeting() async throws -> OpenedMeeting {
    let meeting = nextMeeting()
    let answer = try await create(meeting)
    guard answer.hasSucceeded, let response = answer.response else {
      throw EarlyVerdict(.blocked("no meeting could be made: \(answer); see create/fresh-meeting"))
    }
    return OpenedMeeting(meeting: meeting, created: response)
  }

  /// Lets a person in, without a browser.
  ///
  /// - Throws: a blocked case where another server lets people in; what that one does is to be judged there.
  func join(_ meeting: OwnMeeting, as role: String) async throws -> Answer {
    let password = role == "MODERATOR" ? meeting.moderatorPW : meeting.attendeePW
    let answer = try await ask(
      .join,
      [
        "meetingID": meeting.meetingID, "fullName": "Conformance \(role.lowercased())", "role": role,
        "password": password, "redirect": "false",
      ])
    guard !answer.leadsToAnotherJoin else {
      throw EarlyVerdict(
        .blocked("join sends the caller on to another API server, as load balancers do; judge that one too"))
    }
    return answer
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
    var answer = try await info(meeting)
    for _ in 1..<max(1, target.patience.looks) where answer.hasSucceeded {
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
  /// Where both are others, the answer speaks of somebody else's meeting, which is none of the judge's business.
  fileprivate func changed(by answer: Answer) -> OwnMeeting? {
    guard answer.hasSucceeded, answer.messageKey != APINotice.duplicateWarning.messageKey,
      let created = answer.response
    else { return nil }
    var changed = self
    changed.meetingID = created.text(of: "meetingID") ?? meetingID
    changed.moderatorPW = created.text(of: "moderatorPW") ?? moderatorPW
    let isOwn = changed.meetingID == meetingID || changed.moderatorPW == moderatorPW
    return isOwn && changed != self ? changed : nil
  }
}

/// A meeting that the server says it has made, with the document in which it said so.
struct OpenedMeeting: Sendable {
  let meeting: OwnMeeting
  let created: Element
}

extension Hearing {
  /// Ends every meeting that was made, even when the surrounding task has been cancelled.
  func adjourn() async {
    let meetings = forgetMeetings()
    // A task of its own, because a cancelled one sends nothing any more.
    await Task { for meeting in meetings { await clearAway(meeting) } }.value
  }

  private func clearAway(_ meeting: OwnMeeting) async {
    do {
      if try await end(meeting).hasSucceeded { return }
      // Refused: most often because it was never made or is gone already.
      guard try await info(meeting).hasSucceeded else { return }
    } catch {
      // The outcome says already what became of the server; here only the trace counts.
    }
    note("the meeting \(meeting.meetingID) could not be ended and may still be on the server")
  }
}
