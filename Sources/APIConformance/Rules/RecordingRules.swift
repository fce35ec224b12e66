import BBBAPI
import ConformanceKit

extension Rule {
  /// What `getRecordings` shows.
  static let recordings: [Rule] = [
    Rule(
      "recordings/answer-shape", .required,
      "getRecordings answers SUCCESS with recordings that carry what clients read, or with noRecordings.",
      .facts("§2.10", "children of <recording>; empty result: <recordings></recordings> and noRecordings")
    ) { hearing in
      let answer = try await hearing.ask(.getRecordings, ["limit": "1"])
      let response = try hearing.success(answer)
      hearing.expect(response["recordings"] != nil, "there is no <recordings>", in: answer)
      let recordings = response["recordings"]?.children ?? []
      for recording in recordings { hearing.expectReadable(recording, in: answer) }
      guard recordings.isEmpty else { return }
      hearing.note("the server shows no recording, so the shape of one was not seen")
      hearing.expect("nothing says so", response.text(of: "messageKey"), is: "noRecordings", in: answer)
    },

    Rule(
      "recordings/unknown-gives-none", .required,
      "getRecordings for a recordID that never was answers SUCCESS, noRecordings and no recording.",
      .facts("§2.10", "empty result (any filter): noRecordings")
    ) { hearing in
      let recordID = MeetingIdentifiers.internalMeetingID(
        meetingID: hearing.nextMeeting().meetingID, createTime: 1)
      let answer = try await hearing.ask(.getRecordings, ["recordID": recordID])
      let response = try hearing.success(answer)
      let count = response["recordings"]?.children.count ?? 0
      hearing.expect("recordings came that were not asked for", "\(count)", is: "0", in: answer)
      hearing.expect("nothing says so", response.text(of: "messageKey"), is: "noRecordings", in: answer)
    },

    Rule(
      "recordings/limit-gives-total", .recommended,
      "With a limit at most that many recordings come, and totalElements, last, says how many there are.",
      .facts("§2.10", "totalElements is the last child of <response>; without limit: none"),
      for: \.paginatesRecordings
    ) { hearing in
      let answer = try await hearing.ask(.getRecordings, ["limit": "1"])
      let response = try hearing.success(answer)
      let count = response["recordings"]?.children.count ?? 0
      let last = response.children.last
      hearing.expect("the last element is another one", last?.name, is: "totalElements", in: answer)
      hearing.expect(count <= 1, "more recordings came than the limit allows", in: answer)
      let total = response.integer(of: "totalElements") ?? -1
      hearing.expect(
        total >= Int64(count) && (total > 0) == (count > 0), "totalElements does not fit the recordings",
        in: answer)
    },
  ]
}

extension Hearing {
  /// What every consumer of recordings reads; values are not shown, for they are other people's.
  fileprivate func expectReadable(_ recording: Element, in answer: Answer) {
    let names = [
      "recordID", "meetingID", "name", "published", "state", "startTime", "endTime", "metadata", "playback",
    ]
    for name in names where recording[name] == nil {
      expect(false, "a recording has no <\(name)>", in: answer)
    }
    for name in ["startTime", "endTime"] where recording[name] != nil {
      expect(recording.integer(of: name) != nil, "\(name) of a recording is no integer", in: answer)
    }
    let published = recording.text(of: "published") ?? ""
    expect(
      ["true", "false"].contains(published), "`published` of a recording is neither true nor false",
      in: answer)
  }
}
