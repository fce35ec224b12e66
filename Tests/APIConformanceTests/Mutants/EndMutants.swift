import BBBAPI
import ConformanceKit

extension Mutant {
  private static let sent = WireAnswer.succeeded(
    "<messageKey>sentEndMeetingRequest</messageKey>\n<message>m</message>")

  static let ending: [Mutant] = [
    lying("ends what never was", "lifecycle/end-unknown-meeting") { request, answer in
      if request.call == "end", answer.isFailed { answer = sent }
    },
    idle("wants a password", "lifecycle/end-without-password") { request in
      request.call == "end" && request["password"] == nil ? .failed("invalidPassword") : nil
    },
    lying("wants no password in the first 2.4", "lifecycle/end-without-password") { request, answer in
      if request.call == "end", request["password"] == nil { answer = sent }
    }.of(.v2_4),
    mishearing("ends a meeting for any viewer", "lifecycle/end-by-viewer-refused") { request in
      if request.call == "end" { request.remove("password") }
    },
    writing("Ended", for: "A request to end the meeting was sent", in: "end", "lifecycle/end-answer"),
    writing("Wrong", for: "The supplied moderator password", in: "end", "lifecycle/end-answer"),
    lying("ends what has ended", "lifecycle/ended-twice") { request, answer in
      if request.call == "end", answer.isFailed { answer = sent }
    },
    lying("starts with the first person", "lifecycle/times") { _, answer in
      answer.text = answer.text.replacing(/<startTime>\d+/, with: "<startTime>0")
    },
    writing("<endTime>1<", for: "<endTime>0<", in: "getMeetingInfo", "lifecycle/times"),
    idle("knows no internal IDs", "lifecycle/internal-id-accepted") { request in
      request.call == "getMeetingInfo" && !(request["meetingID"] ?? "").hasPrefix("conformance-")
        ? .failed("notFound") : nil
    },
  ]

  static let failures: [Mutant] = [
    mishearing("reads calls in any case", "errors/call-names-have-case") { request in
      guard request.call == "getmeetings" else { return }
      request.call = "getMeetings"
      request.isSignedAgain = true
    },
    idle("has calls of old", "errors/calls-of-other-versions") { request in
      request.call == "getDefaultConfigXML" ? .failed("noConfigFound") : nil
    },
    idle("has calls that come later", "errors/calls-of-other-versions") { request in
      request.call == "sendChatMessage" ? .failed("meetingNotFound") : nil
    }.of(.v2_7),
    lying("fails without a message", "errors/form") { _, answer in
      if answer.isFailed { answer.text = answer.text.replacing(/<message>.*<\/message>\n/, with: "") }
    },
    lying("fails with status 400", "errors/form") { _, answer in
      if answer.isFailed { answer.status = 400 }
    },
    lying("says the message before the key", "errors/element-order") { _, answer in
      guard answer.isFailed else { return }
      answer.text = answer.text.replacing(/(<messageKey>.*\n)(<message>.*\n)/) { $0.output.2 + $0.output.1 }
    },
    writing(
      "No meeting", for: "A meeting with that ID", in: "getMeetingInfo", "errors/unknown-meeting-text"),
    idle("knows whether nothing runs", "errors/missing-meeting-id") { request in
      request.call == "isMeetingRunning" && request["meetingID"] == nil
        ? .succeeded("<running>false</running>") : nil
    },
    mishearing("reads commas as dashes", "errors/bad-meeting-id") { request in
      request.replacePieces { $0.replacing("%2C", with: "-") }
    },
  ]
}
