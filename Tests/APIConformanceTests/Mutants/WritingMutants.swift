import BBBAPI
import ConformanceKit

extension Mutant {
  static let writings: [Mutant] = [
    writing("&amp;amp;", for: "&amp;", in: "getMeetings", "documents/names-escaped"),
    writing("Gr??e", for: "Größe", in: "getMeetingInfo", "documents/names-escaped"),
    mishearing("takes a plus for a blank", "documents/metadata-escaped") { request in
      request.replacePieces { $0.replacing("%2B", with: "%20") }
    },
    lying("indents", "documents/flat-lines") { _, answer in
      answer.text = answer.text.replacing("\n<meeting", with: "\n  <meeting")
    },
    lying("ends with a line feed", "documents/flat-lines") { _, answer in answer.text += "\n" },
    writing(
      "<attendees/>", for: "<attendees>\n</attendees>", in: "getMeetingInfo", "documents/empty-containers"),
    writing(
      "Conformance   blanks", for: "Conformance blanks", in: "getMeetingInfo", "documents/blanks-collapsed"),
    lying("may be cached", "documents/not-cached") { _, answer in
      answer.headers = answer.headers.filter { $0.key.lowercased() != "cache-control" }
    },
    lying("names no charset", "documents/charset") { _, answer in answer.contentType = "text/xml" },
    lying("speaks Latin", "documents/charset") { _, answer in
      answer.contentType = "text/xml;charset=iso-8859-1"
    },
  ]

  static let rooms: [Mutant] = [
    idle("swallows presentations", "rooms/document-inserted") { request in
      request.call == "insertDocument" ? WireAnswer(text: "") : nil
    },
    writing("Thanks", for: "Presentation is being uploaded", in: "insertDocument", "rooms/document-inserted"),
    lying("takes presentations for nobody", "rooms/no-document-for-unknown-meeting") { request, answer in
      guard request.call == "insertDocument" else { return }
      answer = .succeeded("<message>Presentation is being uploaded</message>")
    },
    writing("sent", for: "", inElement: "messageKey", of: "sendChatMessage", "rooms/chat-message-sent"),
    writing("notFound", for: "meetingNotFound", in: "sendChatMessage", "rooms/chat-refusals"),
    mishearing("cuts messages short", "rooms/chat-refusals") { request in
      request.replacePieces { $0.hasPrefix("message=") ? String($0.prefix(100)) : $0 }
    },
    writing("What?", for: "You must provide the param message", in: "sendChatMessage", "rooms/chat-refusals"),
    idle("has no list of sessions", "rooms/sessions-listed") { request in
      request.call == "getSessions" ? .succeeded("") : nil
    },
    writing("<name>x</name><userName>", for: "<userName>", in: "getSessions", "rooms/sessions-listed"),
    idle("signs nobody out", "rooms/signed-out") { request in
      request.call == "signOut" ? .failed("missingSession") : nil
    },
  ]

  static let hooks: [Mutant] = [
    idle("lists no hooks", "hooks/created-and-destroyed") { request in
      request.call == "hooks/list" ? .succeeded("<hooks></hooks>") : nil
    },
    idle("destroys no hooks", "hooks/created-and-destroyed") { request in
      request.call == "hooks/destroy" ? .succeeded("<removed>true</removed>") : nil
    },
    writing("again", for: "duplicateWarning", in: "hooks/create", "hooks/created-once"),
    lying("has a new ID for the same hook", "hooks/created-once") { request, answer in
      guard request.call == "hooks/create", answer.text.contains("duplicateWarning") else { return }
      answer.text = answer.text.replacing("<hookID>", with: "<hookID>0")
    },
    writing("notFound", for: "destroyMissingHook", in: "hooks/destroy", "hooks/refusals"),
    writing("security check", for: "security check.", in: "hooks/list", "hooks/refusals"),
    writing(">\n<", for: "><", in: "hooks/list", "hooks/on-one-line"),
  ]

  private static func writing(
    _ new: String, for old: String, inElement name: String, of call: String, _ slug: Slug
  ) -> Mutant {
    writing("<\(name)>\(new)</\(name)>", for: "<\(name)>\(old)</\(name)>", in: call, slug)
  }
}
