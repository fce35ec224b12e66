import BBBAPI
import ConformanceKit

extension Rule {
  /// The calls that change recordings, asked only for recordings that never were.
  ///
  /// None of them is asked without a recordID and with everything else: a server that takes that for all recordings would
  /// lose them.
  static let recordingChanges: [Rule] = [
    Rule(
      "recordings/unknown-not-changed", .required,
      "publishRecordings, updateRecordings and deleteRecordings fail with notFound for a recordID that never was.",
      .facts("§3.3", "notFound: We could not find recordings (publish/delete/update)")
    ) { hearing in
      for (call, more) in changes {
        let question = hearing.change(call, more)
        hearing.expectRefusal(try await hearing.ask(question), keys: ["notFound"])
      }
    },

    Rule(
      "recordings/unknown-text", .recommended,
      "That a recording to be changed is not there is told in the words of BBB.",
      .facts("§3.3", "We could not find recordings")
    ) { hearing in
      for (call, more) in changes {
        hearing.expect(try await hearing.ask(hearing.change(call, more)), says: .recordingsNotFound)
      }
    },

    Rule(
      "recordings/missing-parameters", .recommended,
      "publishRecordings without recordID and publish, or without publish, and text tracks of nothing, name what is missing.",
      .facts("§3.3", "missingParamRecordID, missingParamPublish")
    ) { hearing in
      // Without `publish` nobody can publish anything, so this may be asked without a recordID.
      hearing.expect(try await hearing.ask(.publishRecordings), says: .recordIDMissing)
      hearing.expect(try await hearing.ask(hearing.change(.publishRecordings)), says: .publishMissing)
      hearing.expect(try await hearing.ask(.getRecordingTextTracks), says: .recordIDMissing)
    },

    Rule(
      "recordings/parameters-before-checksum", .informative,
      "publishRecordings looks for its parameters before it compares the checksum.",
      .facts("§1.3", "publishRecordings?checksum=bogus without recordID yields missingParamRecordID")
    ) { hearing in
      let answer = try await hearing.ask(Question(.publishRecordings), signature: Signature(isForged: true))
      hearing.expectRefusal(answer, keys: ["missingParamRecordID"])
    },

    Rule(
      "recordings/forged-change-refused", .required,
      "Changes of recordings with a wrong checksum are refused with checksumError.",
      .facts("§1.3", "recording calls: checksumError")
    ) { hearing in
      for (call, more) in changes {
        let answer = try await hearing.ask(hearing.change(call, more), signature: Signature(isForged: true))
        hearing.expectRefusal(answer, keys: ["checksumError"])
      }
    },

    Rule(
      "recordings/unknown-text-tracks", .recommended,
      "getRecordingTextTracks fails in JSON, with noRecordings, for a recordID that never was.",
      .facts("§2.14", "noRecordings / No recording found for <id>")
    ) { hearing in
      let recordID = hearing.unknownRecordID()
      let answer = try await hearing.ask(.getRecordingTextTracks, ["recordID": recordID])
      hearing.expect("the media type is another one", answer.mediaType, is: "application/json", in: answer)
      hearing.expect(
        answer.failureInJSON == .recordingNotFound(recordID), "it is not noRecordings in the words of BBB",
        in: answer)
    },

    Rule(
      "recordings/unknown-takes-no-text-track", .recommended,
      "putRecordingTextTrack fails in JSON, with noRecordings, for a recordID that never was.",
      .facts("§2.15", "noRecordings / No recording was found for <id>")
    ) { hearing in
      let recordID = hearing.unknownRecordID()
      let question = Question(
        .putRecordingTextTrack, ["recordID": recordID, "kind": "captions", "lang": "en"])
      let form =
        "--conformance\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.vtt\"\r\n\r\nWEBVTT\r\n--conformance--\r\n"
      let answer = try await hearing.ask(
        question.posting(form, as: "multipart/form-data; boundary=conformance"))
      hearing.expect(
        answer.failureInJSON == .noRecordingFor(recordID), "it is not noRecordings in the words of BBB",
        in: answer)
    },
  ]

  /// The calls, with what makes each of them whole.
  private static let changes: [(APICall, [Metadatum])] = [
    (.publishRecordings, [Metadatum("publish", "false")]), (.deleteRecordings, []),
    (.updateRecordings, [Metadatum("meta_conformance", "1")]),
  ]
}

extension Hearing {
  /// A recordID of the right form that no server has: it says that the meeting was in January 1970.
  func unknownRecordID() -> String {
    MeetingIdentifiers.internalMeetingID(meetingID: nextMeeting().meetingID, createTime: 1)
  }

  fileprivate func change(_ call: APICall, _ more: [Metadatum] = []) -> Question {
    Question(call, [Metadatum("recordID", unknownRecordID())] + more)
  }
}
