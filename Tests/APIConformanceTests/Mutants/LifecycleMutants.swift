import ConformanceKit

extension Mutant {
  static let lifecycle: [Mutant] = [
    writing("<running>true", for: "<running>false", in: "isMeetingRunning", "lifecycle/fresh-meeting-idle"),
    writing("<running>true", for: "<running>false", in: "getMeetingInfo", "lifecycle/fresh-meeting-idle"),
    idle("does not know a meeting before somebody joins", "lifecycle/fresh-meeting-idle") { request in
      request.call == "getMeetingInfo" ? .failed("notFound") : nil
    },
    lying("joins without a session", "lifecycle/join-admits") { request, answer in
      guard request.call == "join" else { return }
      answer.text = answer.text.replacing(
        /<session_token>.*<\/session_token>/, with: "<session_token></session_token>")
    },
    lying("joins into another meeting", "lifecycle/join-admits") { request, answer in
      guard request.call == "join" else { return }
      answer.text = answer.text.replacing(/<meeting_id>./, with: "<meeting_id>")
    },
    mishearing("redirects whether it should or not", "lifecycle/join-admits") { request in
      if request.call == "join" { request.remove("redirect") }
    },
    writing(
      "<participantCount>3<", for: "<participantCount>2<", in: "getMeetingInfo", "lifecycle/people-counted"),
    writing(
      "<participantCount>1<", for: "<participantCount>2<", in: "getMeetings", "lifecycle/people-counted"),
    writing(
      "<moderatorCount>2<", for: "<moderatorCount>1<", in: "getMeetingInfo", "lifecycle/people-counted"),
    writing("<listenerCount>2<", for: "<listenerCount>0<", in: "getMeetings", "lifecycle/people-counted"),
    writing("<role>VIEWER<", for: "<role>MODERATOR<", in: "getMeetingInfo", "lifecycle/people-counted"),
    writing("<running>false", for: "<running>true", in: "isMeetingRunning", "lifecycle/people-counted"),
    mishearing("ends a meeting for anybody", "lifecycle/end-refuses-wrong-password") { request in
      if request.call == "end" { request.remove("password") }
    },
    mishearing("refuses and ends all the same", "lifecycle/end-refuses-wrong-password") { request in
      if request.call == "end" { request.remove("password") }
    }.saying { request, answer in
      if request.call == "end" { answer = .failed("invalidPassword") }
    },
    idle("says it ends and does not", "lifecycle/end-removes") { request in
      request.call == "end"
        ? .succeeded("<messageKey>sentEndMeetingRequest</messageKey>\n<message>m</message>") : nil
    },
    mutantThatListsTheDead,
    writing("meetingNotFound", for: "notFound", in: "getMeetingInfo", "lifecycle/unknown-meeting"),
    idle("fails to say whether an unknown meeting runs", "lifecycle/unknown-meeting") { request in
      request.call == "isMeetingRunning" ? .failed("notFound") : nil
    },
  ]

  private static let mutantThatListsTheDead = {
    let ended = Seen()
    return lying("lists what has ended", "lifecycle/end-removes") { request, answer in
      if request.call == "end", let meetingID = request["meetingID"] { _ = ended.isFirst(meetingID) }
      guard request.call == "getMeetings" else { return }
      let dead = ended.all.map { "<meeting><meetingID>\($0)</meetingID></meeting>" }.joined()
      answer.text = answer.text.replacing("</meetings>", with: dead + "</meetings>")
    }
  }()
}
