import ConformanceKit

extension Mutant {
  static let create: [Mutant] = [
    writing(
      "<messageKey>created</messageKey>", for: "<messageKey></messageKey>", in: "create",
      "create/fresh-meeting"),
    writing("<meetingID>x", for: "<meetingID>", in: "create", "create/fresh-meeting"),
    writing("<createTime>now", for: "<createTime>", in: "create", "create/fresh-meeting"),
    mishearing("chooses the passwords itself", "create/fresh-meeting") { request in
      if request.call == "create" { request.remove("attendeePW") }
    },
    writing("", for: "<messageKey></messageKey>\n", in: "create", "create/answer-order"),
    lying("puts createTime in front of the passwords", "create/answer-order") { request, answer in
      guard request.call == "create" else { return }
      answer.text = answer.text.replacing(
        /(?s)(<attendeePW>.*<\/moderatorPW>\n)(<createTime>.*<\/createTime>\n)/
      ) {
        $0.output.2 + $0.output.1
      }
    },
    lying("numbers meetings through", "create/internal-id") { request, answer in
      guard request.call == "create" else { return }
      answer.text = answer.text.replacing(/<internalMeetingID>[0-9a-f]+/, with: "<internalMeetingID>17")
    },
    lying("has another time in the internal ID", "create/internal-id") { request, answer in
      guard request.call == "create" else { return }
      answer.text = answer.text.replacing("<createTime>1", with: "<createTime>2")
    },
    lying("gives a repeated create a new createTime", "create/repeated") { _, answer in
      guard answer.text.contains("duplicateWarning") else { return }
      answer.text = answer.text.replacing("<createTime>1", with: "<createTime>2")
    },
    writing("", for: "duplicateWarning", in: "create", "create/repeated"),
    idle("refuses a repeated create", "create/repeated") { [seen = Seen()] request in
      guard request.call == "create", let meetingID = request["meetingID"] else { return nil }
      return seen.isFirst(meetingID) ? nil : .failed("idNotUnique")
    },
    mishearing("does not look at the passwords of a repeated create", "create/other-passwords-refused") {
      request in
      guard request.call == "create" else { return }
      request.remove("attendeePW")
      request.remove("moderatorPW")
    },
    writing("notUnique", for: "idNotUnique", in: "create", "create/other-passwords-refused"),
    mishearing("names the nameless", "create/bad-parameters-refused") { request in
      if request.call == "create", request["name"] == nil { request.add("name=Room") }
    },
    mishearing("makes up IDs", "create/bad-parameters-refused") { request in
      if request.call == "create", request["meetingID"] == nil {
        request.add("meetingID=conformance-made-up")
      }
    },
    mishearing("takes commas for dashes", "create/bad-parameters-refused") { request in
      guard request.pieces.contains(where: { $0.contains("%2C") }) else { return }
      request.pieces = request.pieces.map { $0.replacing("%2C", with: "-") }
      request.isSignedAgain = true
    },
    writing("missingParam", for: "emptyError", in: "create", "create/bad-parameters-refused"),
  ]
}
