import BBBAPI
import ConformanceKit

extension Rule {
  /// Making meetings.
  static let create: [Rule] = [
    Rule(
      "create/fresh-meeting", .required,
      "A new meeting is answered with its ID, the passwords asked for, its createTime, and an empty messageKey.",
      .facts("§2.2", "messageKey and message are always present, empty for a fresh creation")
    ) { hearing in
      let meeting = hearing.nextMeeting()
      let answer = try await hearing.create(meeting)
      let created = try hearing.success(answer)
      hearing.expect(
        "the meeting has another ID", created.text(of: "meetingID"), is: meeting.meetingID, in: answer)
      hearing.expect("a new meeting comes with a message", created.text(of: "messageKey"), is: "", in: answer)
      // Compared without being shown.
      hearing.expect(
        created.text(of: "attendeePW") == meeting.attendeePW
          && created.text(of: "moderatorPW") == meeting.moderatorPW,
        "the passwords are not those asked for", in: answer)
      hearing.expect(
        created.integer(of: "createTime").map { $0 > 0 } ?? false, "createTime is no positive integer",
        in: answer)
    },

    Rule(
      "create/answer-order", .recommended,
      "The elements of the answer stand in the order of BBB's template, message last.",
      .facts("§2.2", "success, document order")
    ) { hearing in
      let answer = try await hearing.create(hearing.nextMeeting())
      try hearing.expectOrder(hearing.success(answer), is: ElementOrder.created, in: answer)
    },

    Rule(
      "create/internal-id", .recommended,
      "internalMeetingID is a SHA-1, that of the meeting's ID on a server alone, a hyphen, and createTime.",
      .facts("§4.2", "internalMeetingID = hex sha1(external id) + `-` + createTime")
    ) { hearing in
      let meeting = hearing.nextMeeting()
      let answer = try await hearing.create(meeting)
      let created = try hearing.success(answer)
      let internalID = created.text(of: "internalMeetingID") ?? ""
      let prefix = MeetingIdentifiers.recordIDPrefix(meetingID: meeting.meetingID)
      let hash = String(internalID.prefix { $0 != "-" })
      let isSHA1 = hash.count == 40 && hash.allSatisfy { $0.isHexDigit && !$0.isUppercase }
      if isSHA1, hash != prefix {
        hearing.note("the hash is of another ID, as of a load balancer that gives meetings IDs of its own")
      }
      hearing.expect(
        "the internal ID does not follow from ID and createTime", internalID,
        is: "\(isSHA1 ? hash : prefix)-\(created.text(of: "createTime") ?? "")", in: answer)
    },

    Rule(
      "create/repeated", .required,
      "The same create again answers duplicateWarning and the meeting as it is, with the same createTime.",
      .facts("§4.1", "SUCCESS + duplicateWarning, data of the existing meeting")
    ) { hearing in
      let opened = try await hearing.openedMeeting()
      let answer = try await hearing.create(opened.meeting)
      let repeated = try hearing.success(answer)
      hearing.expect(
        "a repeated create does not say so", repeated.text(of: "messageKey"), is: "duplicateWarning",
        in: answer)
      for name in ["createTime", "internalMeetingID"] {
        hearing.expect(
          "a repeated create changes \(name)", repeated.text(of: name),
          is: opened.created.text(of: name) ?? "nothing", in: answer)
      }
    },

    Rule(
      "create/other-passwords-refused", .required,
      "create with other passwords for a meeting that exists is refused with idNotUnique.",
      .facts("§4.1", "otherwise FAILED idNotUnique")
    ) { hearing in
      let opened = try await hearing.openedMeeting()
      var other = hearing.nextMeeting()
      other.meetingID = opened.meeting.meetingID
      hearing.expectRefusal(
        try await hearing.ask(Question(.create, other.parameters)), keys: ["idNotUnique"])
    },

    Rule(
      "create/bad-parameters-refused", .required,
      "create without a name, without an ID, or with a comma in the ID is refused with the key for it.",
      .facts("§3.3", "emptyError, missingParamMeetingID, validationError `Meeting ID cannot contain ','`"),
      .facts(
        "§3.5", "a missing ID may break the pattern check too: validationError; a missing name: nullError")
    ) { hearing in
      let nameless = hearing.nextMeeting()
      hearing.expectRefusal(
        try await hearing.create(nameless, nameless.parameters(without: "name")),
        keys: ["emptyError", "nullError"])
      let anonymous = hearing.nextMeeting()
      hearing.expectRefusal(
        try await hearing.create(anonymous, anonymous.parameters(without: "meetingID")),
        keys: ["missingParamMeetingID", "validationError"])
      var divided = hearing.nextMeeting()
      divided.meetingID += ",x"
      hearing.expectRefusal(try await hearing.create(divided), keys: ["validationError"])
    },
  ]
}

extension Element {
  /// The first child of that name as a plain integer.
  func integer(of name: String) -> Int64? { text(of: name).flatMap { Int64($0) } }
}
