import BBBAPI
import ConformanceKit

extension Rule {
  /// The filters of `getRecordings`; what they let through belongs to others and is only looked at.
  static let recordingFilters: [Rule] = [
    Rule(
      "recordings/unknown-meeting-gives-none", .required,
      "getRecordings for a meetingID that never was answers SUCCESS, noRecordings and no recording.",
      .facts("§2.10", "each meetingID is turned into sha1hex(meetingID) and used as record-ID prefix")
    ) { hearing in
      try await hearing.expectNoRecordings(["meetingID": hearing.nextMeeting().meetingID])
    },

    Rule(
      "recordings/metadata-filtered", .required,
      "getRecordings with metadata that no recording has answers SUCCESS, noRecordings and no recording.",
      .facts("§5.1", "recordings lacking the key do not match")
    ) { hearing in
      try await hearing.expectNoRecordings(["meta_conformance-probe": hearing.nextMeeting().metadataValue])
    },

    Rule(
      "recordings/unknown-state-gives-none", .recommended,
      "getRecordings with a state that is none answers SUCCESS, noRecordings and no recording.",
      .facts("§5.1", "unknown words select nothing")
    ) { hearing in
      try await hearing.expectNoRecordings(["state": "conformance"])
    },

    Rule(
      "recordings/empty-text", .recommended, "That there is no recording is told in the words of BBB.",
      .facts("§2.10", "There are no recordings for the meeting(s).")
    ) { hearing in
      let answer = try await hearing.ask(.getRecordings, ["meetingID": hearing.nextMeeting().meetingID])
      hearing.expectMessage(of: .noRecordings, in: answer)
    },

    Rule(
      "recordings/states-kept", .required,
      "getRecordings for one state shows recordings of this state alone.",
      .facts("§2.10", "state (CSV)"), .facts("§5.1", "state absent: published + unpublished")
    ) { hearing in
      for state in ["published", "unpublished"] {
        let answer = try await hearing.ask(.getRecordings, ["state": state, "limit": "20"])
        let recordings = try hearing.success(answer)["recordings"]?.children ?? []
        let strangers = recordings.filter { $0.text(of: "state") != state }
        hearing.expect(
          "recordings of other states came", "\(strangers.count)", is: "0", in: answer)
      }
    },

    Rule(
      "recordings/found-by-id", .recommended,
      "A recording that getRecordings lists is found again by its recordID, by the beginning of it, and by meetingID.",
      .facts("§2.10", "recordID (CSV, prefix match each); meetingID (CSV of external IDs)")
    ) { hearing in
      let first = try await hearing.anyRecording()
      let recordID = first.text(of: "recordID") ?? ""
      let questions = [
        Question(.getRecordings, ["recordID": recordID]),
        Question(.getRecordings, ["recordID": "conformance,\(recordID)"]),
        Question(.getRecordings, ["recordID": String(recordID.prefix(40))]),
        Question(.getRecordings, ["meetingID": first.text(of: "meetingID") ?? ""]),
      ]
      for question in questions {
        let answer = try await hearing.ask(question)
        let found = try hearing.success(answer)["recordings"]?.children ?? []
        // Compared without being shown: it is somebody else's.
        hearing.expect(
          found.contains { $0.text(of: "recordID") == recordID }, "the recording is not found", in: answer)
      }
    },

    Rule(
      "recordings/element-order", .recommended,
      "The elements of a recording stand in the order of BBB's code.",
      .facts("§2.10", "<recording> children in order (2.3+ … 3.0)")
    ) { hearing in
      let answer = try await hearing.ask(.getRecordings, ["limit": "1"])
      let recordings = try hearing.success(answer)["recordings"]?.children ?? []
      guard let first = recordings.first else {
        throw EarlyVerdict(.skipped("the server shows no recording"))
      }
      let optional: Set = ["breakout", "breakoutRooms"]
      let shown = Element(
        name: first.name, children: first.children.filter { !optional.contains($0.name) })
      hearing.expectOrder(shown, is: ElementOrder.recording, in: answer)
    },

    Rule(
      "recordings/length-in-minutes", .recommended,
      "The length of a playback is the recording's duration in whole minutes, not in seconds or milliseconds.",
      .facts("§2.10", "length = whole minutes, integer division of ms by 60000")
    ) { hearing in
      let answer = try await hearing.ask(.getRecordings, ["limit": "1"])
      for recording in try hearing.success(answer)["recordings"]?.children ?? [] {
        let start = recording.integer(of: "startTime") ?? 0
        let minutes = ((recording.integer(of: "endTime") ?? start) - start) / 60_000
        for format in recording["playback"]?.children ?? [] {
          let length = format.integer(of: "length") ?? -1
          hearing.expect(
            (0...max(1, minutes + 1)).contains(length), "the length does not fit the recording", in: answer)
        }
      }
    },

    Rule(
      "recordings/offset-beyond-the-end", .recommended,
      "An offset behind the last recording gives none, and the same totalElements.",
      .facts("§2.10", "totalElements: after filters, before slicing"),
      for: \.paginatesRecordings
    ) { hearing in
      let total = try await hearing.success(hearing.ask(.getRecordings, ["limit": "1"])).text(
        of: "totalElements")
      let answer = try await hearing.ask(.getRecordings, ["limit": "1", "offset": "1000000"])
      let response = try hearing.success(answer)
      hearing.expect(
        "recordings came", "\(response["recordings"]?.children.count ?? 0)", is: "0", in: answer)
      hearing.expect(
        "totalElements is another one", response.text(of: "totalElements"), is: total ?? "nothing", in: answer
      )
    },

    Rule(
      "recordings/no-total-without-limit", .recommended,
      "Without a limit there is no totalElements.",
      .facts("§2.10", "without limit: no totalElements and offset ignored")
    ) { hearing in
      let answer = try await hearing.ask(.getRecordings, ["recordID": "conformance-none", "offset": "1"])
      hearing.expect(
        try hearing.success(answer)["totalElements"] == nil, "there is a totalElements", in: answer)
    },
  ]
}

extension Hearing {
  fileprivate func expectNoRecordings(_ filter: KeyValuePairs<String, String>) async throws {
    let answer = try await ask(.getRecordings, filter)
    let response = try success(answer)
    let count = response["recordings"]?.children.count ?? 0
    expect("recordings came that were not asked for", "\(count)", is: "0", in: answer)
    expect("nothing says so", response.text(of: "messageKey"), is: "noRecordings", in: answer)
  }

  /// Somebody's recording, to be looked at.
  fileprivate func anyRecording() async throws -> Element {
    let answer = try await ask(.getRecordings, ["limit": "1"])
    guard let first = try success(answer)["recordings"]?.children.first else {
      throw EarlyVerdict(.skipped("the server shows no recording"))
    }
    return first
  }
}
