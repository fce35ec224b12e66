import BBBAPI
import ConformanceKit

extension Rule {
  /// `create` for a meeting that is there, or was.
  static let repeatedCreate: [Rule] = [
    Rule(
      "create/without-passwords", .required,
      "A meeting that is made without passwords gets two, and the same create again finds it.",
      .facts("§2.2", "attendeePW, moderatorPW optional; generated"),
      .facts("§4.1", "neither parameter given (2.4+): SUCCESS + duplicateWarning"),
      for: \.recreatesWithoutPasswords
    ) { hearing in
      let meeting = hearing.nextMeeting()
      let parameters = meeting.parameters(without: "attendeePW", "moderatorPW")
      let answer = try await hearing.create(meeting, parameters)
      let created = try hearing.success(answer)
      // Compared without being shown.
      let passwords = ["attendeePW", "moderatorPW"].map { created.text(of: $0) ?? "" }
      hearing.expect(
        passwords.allSatisfy { !$0.isEmpty } && passwords[0] != passwords[1],
        "the two passwords are not there, or the same", in: answer)
      let again = try await hearing.ask(Question(.create, parameters))
      hearing.expect(
        "a repeated create does not say so", try hearing.success(again).text(of: "messageKey"),
        is: "duplicateWarning", in: again)
    },

    Rule(
      "create/one-password-refused", .recommended,
      "create with one right password for a meeting that exists is refused with idNotUnique.",
      .facts("§4.1", "giving only one of the two passwords, even the right one, is a mismatch")
    ) { hearing in
      let meeting = try await hearing.openedMeeting().meeting
      let answer = try await hearing.ask(
        Question(.create, meeting.parameters(without: "moderatorPW")))
      hearing.expectRefusal(answer, keys: ["idNotUnique"])
    },

    Rule(
      "create/repeated-changes-nothing", .required,
      "create again with another name and other metadata answers duplicateWarning and changes nothing.",
      .facts("§4.1", "no other parameter is compared: name, record, meta… may differ and are ignored (2.4+)")
    ) { hearing in
      let opened = try await hearing.openedMeeting()
      let settings: KeyValuePairs = ["name": "Conformance other", "meta_proving-ground": "other"]
      let again = try await hearing.ask(Question(.create, opened.meeting.parameters(with: settings)))
      hearing.expect(
        "a repeated create does not say so", try hearing.success(again).text(of: "messageKey"),
        is: "duplicateWarning", in: again)
      let answer = try await hearing.info(opened.meeting)
      let info = try hearing.success(answer)
      hearing.expect(
        "the name has changed", info.text(of: "meetingName"), is: opened.meeting.name, in: answer)
      hearing.expect(
        "the metadata has changed", info["metadata"]?.text(of: OwnMeeting.metadataKey.lowercased()),
        is: opened.meeting.metadataValue, in: answer)
    },

    Rule(
      "create/again-after-end", .required,
      "After its end a meeting's ID makes a new meeting: no duplicateWarning, and a later createTime.",
      .facts("§4.1", "after a meeting ended, the same meetingID creates a new meeting")
    ) { hearing in
      let opened = try await hearing.openedMeeting()
      hearing.expectSuccess(try await hearing.end(opened.meeting))
      guard try await hearing.infoOnceGone(opened.meeting).hasFailed else {
        throw EarlyVerdict(.blocked("the meeting does not end; see lifecycle/end-removes"))
      }
      // Lest both begin in the same millisecond.
      try await hearing.target.patience.clock.sleep(for: hearing.target.patience.pause)
      let answer = try await hearing.create(opened.meeting)
      let created = try hearing.success(answer)
      hearing.expect("a new meeting comes with a message", created.text(of: "messageKey"), is: "", in: answer)
      hearing.expect(
        (created.integer(of: "createTime") ?? 0) > (opened.created.integer(of: "createTime") ?? 0),
        "createTime is not later than that of the meeting before", in: answer)
    },

    Rule(
      "create/duplicate-text", .recommended,
      "A repeated create, and one that is refused, say so in the words of BBB.",
      .facts("§2.2", "This conference was already in existence …"), .facts("§3.3", "idNotUnique")
    ) { hearing in
      let opened = try await hearing.openedMeeting()
      let again = try await hearing.create(opened.meeting)
      hearing.expectMessage(of: .duplicateWarning, in: again)
      let refused = try await hearing.ask(
        Question(.create, opened.meeting.parameters(with: ["moderatorPW": "another"])))
      hearing.expect(refused, says: .idNotUnique)
    },

    Rule(
      "create/voice-bridge-taken", .recommended,
      "A voiceBridge that another meeting has is refused with nonUniqueVoiceBridge, in <errors>.",
      .facts("§4.1", "not existing but voiceBridge in use: <errors> nonUniqueVoiceBridge"),
      .facts("§3.2", "multi error form")
    ) { hearing in
      let opened = try await hearing.openedMeeting()
      let voiceBridge = opened.created.text(of: "voiceBridge") ?? ""
      let other = hearing.nextMeeting()
      let answer = try await hearing.create(other, other.parameters(with: ["voiceBridge": voiceBridge]))
      hearing.expectRefusal(answer, keys: ["nonUniqueVoiceBridge"])
      hearing.expect(answer.response?["errors"] != nil, "there is no <errors>", in: answer)
    },
  ]
}
