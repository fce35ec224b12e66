import BBBAPI
import ConformanceKit

extension Rule {
  /// People who joined, in every place that counts them.
  ///
  /// A real server counts a person when their browser has connected, which no check here does: where nobody is
  /// counted anywhere, nothing is proven and the case is skipped. Counting on one page and not on the other is wrong.
  static let peopleCounted = Rule(
    "lifecycle/people-counted", .recommended,
    "A moderator and a viewer who joined are counted, listed and agreed on by getMeetingInfo and getMeetings.",
    .facts("§4.6", "participantCount = users online; moderators are included in it"),
    .facts("§2.3", "the user appears in attendees only after the client connects")
  ) { hearing in
    let meeting = try await hearing.openedMeeting().meeting
    for role in ["MODERATOR", "VIEWER"] {
      _ = try await hearing.success(hearing.join(meeting, as: role))
    }
    let running = try await hearing.ask(.isMeetingRunning, ["meetingID": meeting.meetingID])
    let info = try await hearing.info(meeting)
    let listing = try await hearing.ask(.getMeetings)
    let sightings = [
      try hearing.success(info).head(in: info),
      try hearing.entry(of: meeting, in: listing)?.head(in: listing),
    ]
    let isRunning = try hearing.success(running).text(of: "running")
    if isRunning == "false", sightings.allSatisfy({ $0?.isEmpty ?? false }) {
      throw EarlyVerdict(.skipped("the server counts people only when their browser has connected"))
    }
    hearing.expect("`running` is another one", isRunning, is: "true", in: running)
    hearing.expect(sightings[1] != nil, "the meeting is not listed", in: listing)
    for sighting in sightings.compactMap({ $0 }) { hearing.expectTwoPeople(sighting) }
  }
}

/// What one answer says of the people in a meeting.
private struct HeadCount {
  let answer: Answer
  let meeting: Element

  var roles: [String] { meeting["attendees"]?.children.map { $0.text(of: "role") ?? "nothing" } ?? [] }

  var isEmpty: Bool {
    meeting.text(of: "running") == "false" && meeting.text(of: "participantCount") == "0" && roles.isEmpty
  }
}

extension Element {
  fileprivate func head(in answer: Answer) -> HeadCount { HeadCount(answer: answer, meeting: self) }
}

extension Hearing {
  fileprivate func expectTwoPeople(_ count: HeadCount) {
    let expected = [
      ("running", "true"), ("hasUserJoined", "true"), ("participantCount", "2"), ("moderatorCount", "1"),
      ("listenerCount", "0"), ("voiceParticipantCount", "0"), ("videoCount", "0"),
    ]
    for (name, value) in expected {
      expect("\(name) is another one", count.meeting.text(of: name), is: value, in: count.answer)
    }
    expect(
      "other people are listed", count.roles.sorted().joined(separator: " "), is: "MODERATOR VIEWER",
      in: count.answer)
  }
}
