import BBBAPI
import ConformanceKit

extension Mutant {
  static let join: [Mutant] = [
    lying("redirects for ever", "join/redirects") { _, answer in
      if answer.status == 302 { answer.status = 301 }
    },
    leading("has another name for the token", "join/redirects") {
      $0.replacing("sessionToken=", with: "token=")
    },
    leading("has another client", "join/client-path") { $0.replacing("/html5client/", with: "/client/") },
    lying("sets no cookie", "join/session-cookie") { _, answer in
      answer.headers = answer.headers.filter { $0.key.lowercased() != "set-cookie" }
    },
    writing("", for: "<guestStatus>ALLOW</guestStatus>\n", in: "join", "join/answer-order"),
    writing("<user_id>u_", for: "<user_id>w_", in: "join", "join/identifiers"),
    writing("In you go.", for: "You have joined successfully.", in: "join", "join/identifiers"),
    mishearing("reads roles exactly", "join/by-role") { request in
      if request["role"] == "viewer" { request.remove("role") }
    },
    idle("wants a role", "join/by-password") { request in
      request.call == "join" && request["role"] == nil ? .failed("Params required") : nil
    },
    idle("knows no createTime", "join/create-time-kept") { request in
      request.call == "join" && request["createTime"] != nil ? .failed("mismatchCreateTimeParam") : nil
    },
    idle("lets nobody in twice", "join/second-device") { [seen = Seen()] request in
      guard request.call == "join", let userID = request["userID"] else { return nil }
      return seen.isFirst(userID) ? nil : .failed("maxParticipantsReached")
    },
  ]

  static let joinRefusals: [Mutant] = [
    mishearing("names the nameless", "join/nameless-refused") { request in
      if request.call == "join", request["fullName"] == nil { request.add("fullName=Guest") }
    },
    leading("has another key for the unknown", "join/unknown-meeting-refused") {
      $0.replacing("meetingForciblyEnded", with: "noMeeting")
    },
    {
      let ended = Seen()
      return idle("lets in where all is over", "join/ended-meeting-refused") { request in
        if request.call == "end", let meetingID = request["meetingID"] { _ = ended.isFirst(meetingID) }
        guard request.call == "join", ended.all.contains(request["meetingID"] ?? "") else { return nil }
        return .redirect(to: "https://bbb.test/html5client/?sessionToken=abc")
      }
    }(),
    mishearing("takes any password", "join/wrong-password-refused") { request in
      if request.call == "join", request["role"] == nil { request.add("role=VIEWER") }
    },
    mishearing("looks at no createTime", "join/other-create-time-refused") { request in
      if request.call == "join" { request.remove("createTime") }
    },
    lying("tells errors as XML", "join/errors-travel-in-redirect") { request, answer in
      guard request.call == "join", answer.status == 302, request["fullName"] == nil else { return }
      answer = .failed("missingParamFullName")
    },
    leading("tells errors in other words", "join/errors-travel-in-redirect") {
      $0.replacing("Guest%20must%20be", with: "Guest%20is")
    },
    mishearing("knows no logoutURL", "join/errors-lead-to-logout-url") { request in
      if request.call == "join" { request.remove("logoutURL") }
    },
    mishearing("knows no errorRedirectUrl", "join/errors-lead-to-logout-url") { request in
      if request.call == "join" { request.remove("errorRedirectUrl") }
    },
    mishearing("redirects late errors", "join/late-errors") { request in
      if request.call == "join" { request.remove("redirect") }
    },
    idle("tells late errors as XML in 2.7", "join/late-errors") { request in
      request.call == "join" && request["createTime"] != nil ? .failed("mismatchCreateTimeParam") : nil
    }.of(.v2_7),
    writing("Wrong", for: "You must enter a valid password", in: "join", "join/password-texts"),
    idle("tells wrong passwords as XML in the first 2.4", "join/password-texts") { request in
      request.call == "join" && request["role"] == nil ? .failed("Params required") : nil
    }.of(.v2_4),
  ]

  static let guests: [Mutant] = [
    mishearing("knows no guest policy", "guests/denied") { request in
      if request.call == "create" { request.remove("guestPolicy") }
    },
    writing("<guestStatus>ALLOW<", for: "<guestStatus>WAIT<", in: "join", "guests/wait"),
    writing("successfullyJoined", for: "guestWait", in: "join", "guests/wait").of(.v2_7),
    writing(
      "<participantCount>1<", for: "<participantCount>0<", in: "getMeetingInfo", "guests/waiting-not-listed"),
    mishearing("lists who waits", "guests/waiting-not-listed") { request in
      if request.call == "create" { request.remove("guestPolicy") }
    }.saying { request, answer in
      guard request.call == "join" else { return }
      answer = .succeeded("<guestStatus>WAIT</guestStatus>")
    },
    mishearing("is never full", "guests/meeting-full") { request in
      if request.call == "create" { request.remove("maxParticipants") }
    },
  ]

  /// The server redirects to somewhere else.
  private static func leading(
    _ name: String, _ slug: Slug, _ change: @escaping @Sendable (String) -> String
  ) -> Mutant {
    lying(name, slug) { _, answer in
      for (key, value) in answer.headers where key.lowercased() == "location" {
        answer.headers[key] = change(value)
      }
    }
  }
}
