import BBBAPI
import ConformanceKit

extension Rule {
  /// What `create` makes of its parameters.
  static let createSettings: [Rule] = [
    Rule(
      "create/limits-kept", .required, "A meeting has the maxParticipants and the duration it was made with.",
      .facts("§2.2", "maxParticipants, duration"), .facts("§4.6", "maxUsers = maxParticipants")
    ) { hearing in
      let opened = try await hearing.openedMeeting(["maxParticipants": "7", "duration": "45"])
      let answer = try await hearing.info(opened.meeting)
      let info = try hearing.success(answer)
      hearing.expect("maxUsers is another one", info.text(of: "maxUsers"), is: "7", in: answer)
      hearing.expect("duration is another one", info.text(of: "duration"), is: "45", in: answer)
    },

    Rule(
      "create/voice-bridge-kept", .recommended,
      "A meeting has the voiceBridge it was made with, in create and in getMeetingInfo.",
      .facts("§2.2", "voiceBridge (random numeric, 5 digits)")
    ) { hearing in
      let meeting = hearing.nextMeeting()
      let voiceBridge = meeting.voiceBridge
      let answer = try await hearing.create(meeting, meeting.parameters(with: ["voiceBridge": voiceBridge]))
      if answer.messageKey == APIFailure.nonUniqueVoiceBridge.messageKey {
        throw EarlyVerdict(
          .blocked("another meeting has the voice bridge \(voiceBridge); try another --seed"))
      }
      hearing.expect(
        "the voice bridge is another one", try hearing.success(answer).text(of: "voiceBridge"),
        is: voiceBridge, in: answer)
      let info = try await hearing.info(meeting)
      hearing.expect(
        "the voice bridge is another one", try hearing.success(info).text(of: "voiceBridge"),
        is: voiceBridge, in: info)
    },

    Rule(
      "create/numbers-forgiven", .recommended,
      "maxParticipants and duration that are no numbers count as not given.",
      .facts("§2.2", "maxParticipants, duration: non-numeric means default")
    ) { hearing in
      let meeting = hearing.nextMeeting()
      let answer = try await hearing.create(
        meeting, meeting.parameters(with: ["maxParticipants": "many", "duration": "long"]))
      hearing.expect(
        "duration is another one", try hearing.success(answer).text(of: "duration"), is: "0", in: answer)
    },

    Rule(
      "create/unknown-parameters-ignored", .required,
      "Parameters that BBB does not know are ignored, and covered by the checksum.",
      .facts("§2.2", "unknown parameters are ignored (still part of the hash)")
    ) { hearing in
      let meeting = hearing.nextMeeting()
      let answer = try await hearing.create(
        meeting, meeting.parameters(with: ["conformanceProbe": "a b", "x.y": "1"]))
      hearing.expectSuccess(answer)
    },

    Rule(
      "create/default-values", .recommended,
      "A meeting made with the least has five digits of voice bridge, no parent, no duration, and nobody in it.",
      .facts("§2.2", "parentMeetingID is bbb-none for normal meetings; voiceBridge 5 digits")
    ) { hearing in
      let answer = try await hearing.create(hearing.nextMeeting())
      let created = try hearing.success(answer)
      let expected = [
        ("parentMeetingID", "bbb-none"), ("duration", "0"), ("hasUserJoined", "false"),
        ("hasBeenForciblyEnded", "false"), ("message", ""),
      ]
      for (name, value) in expected {
        hearing.expect("\(name) is another one", created.text(of: name), is: value, in: answer)
      }
      let voiceBridge = created.text(of: "voiceBridge") ?? ""
      hearing.expect(
        voiceBridge.count == 5 && voiceBridge.allSatisfy(\.isNumber), "voiceBridge is not five digits",
        in: answer)
    },

    Rule(
      "create/create-date", .recommended,
      "createDate is createTime as Java prints a date: Thu May 09 13:35:28 UTC 2024.",
      .facts("§0", "createDate: EEE MMM dd HH:mm:ss zzz yyyy")
    ) { hearing in
      let answer = try await hearing.create(hearing.nextMeeting())
      let date = try hearing.success(answer).text(of: "createDate") ?? ""
      hearing.expect(
        date.wholeMatch(of: /[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d \S{1,10} \d{4}/) != nil,
        "createDate has another form", in: answer)
    },

    Rule(
      "create/metadata-names", .recommended,
      "Metadata whose names have other characters than letters, digits and hyphens is left out; an empty value stays.",
      .facts("§4.10", "accepted names match meta_[a-zA-Z][a-zA-Z0-9-]*; empty values yield <k></k>")
    ) { hearing in
      let meeting = try await hearing.openedMeeting([
        "meta_under_score": "1", "meta_1st": "1", "meta_dot.ted": "1", "meta_empty": "",
      ]).meeting
      let answer = try await hearing.info(meeting)
      let names = try hearing.success(answer)["metadata"]?.childNames ?? []
      hearing.expect(
        "the names of the metadata are others", names.sorted().joined(separator: " "),
        is: "empty \(OwnMeeting.metadataKey.lowercased())", in: answer)
    },

    Rule(
      "create/xml-body", .required,
      "create by POST takes everything from the query, and presentations from a body of XML.",
      .facts("§1.4", "XML body never enters the checksum"), .facts("§2.2", "POST XML body: <modules>")
    ) { hearing in
      let meeting = hearing.nextMeeting()
      let body =
        #"<modules><module name="presentation"><document name="conformance.txt">Y29uZm9ybWFuY2UK</document></module></modules>"#
      let answer = try await hearing.create(
        meeting, by: Question(.create, meeting.parameters).posting(body, as: MediaType.xml))
      hearing.expect(
        "the meeting has another ID", try hearing.success(answer).text(of: "meetingID"),
        is: meeting.meetingID, in: answer)
      hearing.expectSuccess(try await hearing.info(meeting))
    },
  ]
}
