import BBBAPI
import ConformanceKit

extension Rule {
  /// Calls by POST, and methods that a call does not take.
  static let posting: [Rule] = [
    Rule(
      "posting/query-signed", .required,
      "A call by POST is proven by the checksum of its query, and its form is read but not covered.",
      .facts("§1.4", "hash input is always the URL query string, never the body, when a query string exists")
    ) { hearing in
      let question = hearing.harmless().posting("probe=1", as: MediaType.form)
      hearing.expectSuccess(try await hearing.ask(question))
    },

    Rule(
      "posting/calls-by-post", .recommended, "The calls that only read answer POST as they answer GET.",
      .facts(
        "§2.0", "isMeetingRunning, end, getMeetingInfo, getMeetings, getSessions, getRecordings: GET POST")
    ) { hearing in
      let meeting = try await hearing.openedMeeting().meeting
      let questions = [
        Question(.getMeetings), Question(.getMeetingInfo, ["meetingID": meeting.meetingID]),
        Question(.getRecordings, ["limit": "1"]),
      ]
      for question in questions { hearing.expectSuccess(try await hearing.ask(question.posting())) }
    },

    Rule(
      "posting/form-with-checksum", .recommended,
      "A call may come as a form, its checksum among the fields: over no query since 3.0, over the sorted fields before.",
      .facts(
        "§1.4", "2.4–2.7: all parameters sorted and encoded anew; 3.0: computed over the empty query string")
    ) { hearing in
      let rule: FormChecksumRule = hearing.profile.signsFormsUnread ? .emptyQuery : .sortedRebuild
      let question = hearing.harmless("probe=1").asForm(covering: rule, secret: hearing.target.secret)
      hearing.expectSuccess(try await hearing.ask(question, signature: nil))
    },

    Rule(
      "posting/form-of-body-order", .informative,
      "A form whose checksum covers its fields as they were sent is accepted too, as load balancers send it.",
      .facts("§1.4", "third variant in the wild: bbblb hashes the urlencoded body in the order sent")
    ) { hearing in
      let question = hearing.harmless("probe=1").asForm(covering: .bodyOrder, secret: hearing.target.secret)
      hearing.expectSuccess(try await hearing.ask(question, signature: nil))
    },

    Rule(
      "posting/media-type-gate", .recommended,
      "A body whose media type the call does not take is refused with unsupportedContentType.",
      .facts("§1.4", "Content-Type gate (2.7/3.0)"),
      for: \.gatesContentType
    ) { hearing in
      let question = hearing.harmless().posting("probe=1", as: "text/plain")
      hearing.expect(try await hearing.ask(question), says: .unsupportedContentType)
    },

    Rule(
      "posting/join-by-post", .informative,
      "join by POST is refused with status 405 since 3.0, and lets people in before.",
      .facts("§2.0", "join: POST removed in 3.0; ≤2.7 accepted any method"),
      .facts("§16", "behaviour for unmapped HTTP methods is an open point")
    ) { hearing in
      let meeting = try await hearing.openedMeeting().meeting
      let question = Question(
        .join,
        [
          "meetingID": meeting.meetingID, "fullName": "Conformance viewer", "role": "VIEWER",
          "redirect": "false",
        ])
      let answer = try await hearing.ask(question.posting())
      if hearing.profile.joinMethods.contains(.post) {
        hearing.expectSuccess(answer)
      } else {
        hearing.expect("the status is another one", "\(answer.status)", is: "405", in: answer)
      }
    },

    Rule(
      "posting/insert-document-by-get", .informative, "insertDocument by GET is refused with status 405.",
      .facts("§2.0", "insertDocument: POST; method not in the map: not verified"),
      for: { $0.has(.insertDocument) }
    ) { hearing in
      let answer = try await hearing.ask(.insertDocument, ["meetingID": hearing.nextMeeting().meetingID])
      hearing.expect("the status is another one", "\(answer.status)", is: "405", in: answer)
    },
  ]
}

extension Profile {
  /// Whether the checksum of a form covers nothing but call and secret, as 3.0 documents it (facts §1.4).
  fileprivate var signsFormsUnread: Bool { indexShape == .endpoints }
}
