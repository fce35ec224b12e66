import BBBAPI
import ConformanceKit

extension Rule {
  /// What `create` refuses.
  ///
  /// No ID here is one that anybody else could use: a server that accepts what it should refuse makes the meeting.
  static let createRefusals: [Rule] = [
    Rule(
      "create/lengths-refused", .recommended,
      "IDs and names are 2 to 256 characters long, passwords 2 to 64; others are refused.",
      .facts("§2.2", "meetingID (2–256 chars), name (2–256 chars), passwords 2–64 chars if non-empty"),
      .facts("§3.3", "sizeError, invalidPassword")
    ) { hearing in
      let long = String(repeating: "x", count: 260)
      var endless = hearing.nextMeeting()
      endless.meetingID += long
      hearing.expect(try await hearing.create(endless), says: .meetingIDLength)
      for name in ["x", long] {
        let meeting = hearing.nextMeeting()
        let answer = try await hearing.create(meeting, meeting.parameters(with: ["name": name]))
        hearing.expect(answer, says: .meetingNameLength)
      }
      for (name, password) in [("attendeePW", "x"), ("moderatorPW", long)] {
        let meeting = hearing.nextMeeting()
        let parameters = meeting.parameters(without: name) + [Metadatum(name, password)]
        hearing.expect(try await hearing.create(meeting, parameters), says: .passwordLength)
      }
    },

    Rule(
      "create/lengths-accepted", .required,
      "A name of two characters and one of 256, an ID of 256, and passwords of two are accepted.",
      .facts("§2.2", "meetingID (2–256 chars), name (2–256 chars), passwords 2–64 chars")
    ) { hearing in
      for name in ["xy", String(repeating: "x", count: 256)] {
        let meeting = hearing.nextMeeting()
        hearing.expectSuccess(
          try await hearing.create(meeting, meeting.parameters(with: ["name": name, "attendeePW": "ab"])))
      }
      var long = hearing.nextMeeting()
      long.meetingID += String(repeating: "x", count: 256 - long.meetingID.count)
      hearing.expectSuccess(try await hearing.create(long))
    },

    Rule(
      "create/values-refused", .recommended,
      "A voiceBridge that is no number, and record or isBreakoutRoom that are neither true nor false, are refused.",
      .facts("§3.3", "validationError: Voice bridge …, Record …, You must provide a boolean value …")
    ) { hearing in
      let cases: [(String, String, APIFailure)] = [
        ("voiceBridge", "seven", .voiceBridgeNotIntegral), ("record", "perhaps", .recordNotBoolean),
        ("isBreakoutRoom", "perhaps", .breakoutRoomNotBoolean),
      ]
      for (name, value, failure) in cases {
        let meeting = hearing.nextMeeting()
        let answer = try await hearing.create(meeting, meeting.parameters + [Metadatum(name, value)])
        hearing.expect(answer, says: failure)
      }
    },

    Rule(
      "create/refusal-texts", .recommended,
      "create without a name, and with a comma in the ID, is refused in the words of BBB.",
      .facts("§3.3", "You must provide a meeting name; Meeting ID cannot contain ','")
    ) { hearing in
      let nameless = hearing.nextMeeting()
      let answer = try await hearing.create(nameless, nameless.parameters(without: "name"))
      hearing.expect(
        "the message is another one", answer.message, is: APIFailure.meetingNameMissing.message, in: answer)
      var divided = hearing.nextMeeting()
      divided.meetingID += ",x"
      hearing.expect(try await hearing.create(divided), says: .meetingIDHasComma)
    },

    Rule(
      "create/altered-id-refused", .recommended,
      "A meeting ID that sanitising changes, for a blank behind it, is refused as invalid.",
      .facts("§3.3", "Invalid meeting ID (ID changed by sanitising: leading/trailing blanks, control chars)")
    ) { hearing in
      let meeting = hearing.nextMeeting()
      let answer = try await hearing.create(
        meeting, meeting.parameters(with: ["meetingID": meeting.meetingID + " "]))
      hearing.expect(answer, says: .meetingIDInvalid)
    },

    Rule(
      "create/orphan-refused", .recommended,
      "A breakout room without a parent, or with one that does not exist, is refused with the key for it.",
      .facts("§3.3", "parentMeetingIDMissing (2.6/2.7 parentMeetingIdMissing), parentMeetingDoesNotExist")
    ) { hearing in
      let orphan = hearing.nextMeeting()
      let settings: KeyValuePairs = ["isBreakout": "true", "sequence": "1"]
      hearing.expect(
        try await hearing.create(orphan, orphan.parameters(with: settings)),
        says: hearing.profile.parentMeetingIDMissing)
      let lost = hearing.nextMeeting()
      let parent = [Metadatum("parentMeetingID", hearing.nextMeeting().meetingID)]
      hearing.expect(
        try await hearing.create(lost, lost.parameters(with: settings) + parent),
        says: .parentMeetingDoesNotExist)
    },

    Rule(
      "create/shared-notes-editor-refused", .informative,
      "A sharedNotesEditor other than etherpad and blockNote is refused.",
      .facts("§3.3", "invalidSharedNotesEditor (3.0+)"),
      for: \.checksSharedNotesEditor
    ) { hearing in
      let meeting = hearing.nextMeeting()
      let answer = try await hearing.create(
        meeting, meeting.parameters(with: ["sharedNotesEditor": "typewriter"]))
      hearing.expect(answer, says: .invalidSharedNotesEditor)
    },

    Rule(
      "create/upload-url-checked", .informative,
      "A presentationUploadExternalUrl that is no URL is refused in 2.6 and 2.7.",
      .facts(
        "§3.3", "validationError: Param 'presentationUploadExternalUrl' is not a valid URL (2.6–3.0-dev)"),
      for: { $0.presentationUploadURL == .checked }
    ) { hearing in
      let meeting = hearing.nextMeeting()
      let answer = try await hearing.create(
        meeting, meeting.parameters(with: ["presentationUploadExternalUrl": "no url"]))
      hearing.expect(answer, says: .presentationUploadURLInvalid)
    },

    Rule(
      "create/upload-url-opens-nothing", .required,
      "A presentationUploadExternalUrl does not make up for a wrong checksum.",
      .facts(
        "§6", "2.6 … 3.0-dev validators skipped all checks incl. checksum with presentationUploadExternalUrl")
    ) { hearing in
      let url = [Metadatum("presentationUploadExternalUrl", "https://conformance.invalid/")]
      let meeting = hearing.nextMeeting()
      let answer = try await hearing.create(
        meeting, by: Question(.create, meeting.parameters + url), signature: Signature(isForged: true))
      hearing.expectRefusal(answer, keys: ["checksumError"])
    },
  ]
}
