import BBBAPI
import ConformanceKit

extension Mutant {
  static let repeatedCreate: [Mutant] = [
    lying("makes no passwords", "create/without-passwords") { request, answer in
      guard request.call == "create", request["attendeePW"] == nil else { return }
      answer.text = answer.text.replacing(/<attendeePW>.*<\/attendeePW>\n/, with: "")
    },
    refusingTheSecond("refuses a second create without passwords", "create/without-passwords"),
    mishearing("forgives a missing password", "create/one-password-refused") { request in
      if request.call == "create", request["moderatorPW"] == nil { request.remove("attendeePW") }
    },
    refusingTheSecond("refuses another name", "create/repeated-changes-nothing"),
    lying("takes the other name", "create/repeated-changes-nothing") { request, answer in
      guard request.call == "getMeetingInfo" else { return }
      answer.text = answer.text.replacing("Conformance check", with: "Conformance other")
    },
    refusingTheSecond("knows the dead", "create/again-after-end"),
    lying("takes the new for the old", "create/again-after-end") { [seen = Seen()] request, answer in
      guard request.call == "create", !seen.isFirst(request["meetingID"] ?? "") else { return }
      answer.text = answer.text.replacing(
        "<messageKey></messageKey>", with: "<messageKey>duplicateWarning</messageKey>")
    },
    lying("goes back in time", "create/again-after-end") { [seen = Seen()] request, answer in
      guard request.call == "create", !seen.isFirst(request["meetingID"] ?? "") else { return }
      answer.text = answer.text.replacing(/<createTime>\d+/, with: "<createTime>1")
    },
    writing("It was", for: "This conference was already", in: "create", "create/duplicate-text"),
    writing("There is one", for: "A meeting already exists", in: "create", "create/duplicate-text"),
    mishearing("finds another voice bridge", "create/voice-bridge-taken") { request in
      if request.call == "create" { request.remove("voiceBridge") }
    },
    lying("knows no list of errors", "create/voice-bridge-taken") { _, answer in
      if answer.text.contains("<errors>") { answer = .failed("nonUniqueVoiceBridge") }
    },
  ]

  static let createSettings: [Mutant] = [
    forgetting("maxParticipants", "create/limits-kept"), forgetting("duration", "create/limits-kept"),
    forgetting("voiceBridge", "create/voice-bridge-kept"),
    lying("tells another voice bridge later", "create/voice-bridge-kept") { request, answer in
      guard request.call == "getMeetingInfo" else { return }
      answer.text = answer.text.replacing("<voiceBridge>", with: "<voiceBridge>1")
    },
    refusing("wants numbers", "create/numbers-forgiven") { $0["duration"] == "long" },
    refusing("wants no strangers", "create/unknown-parameters-ignored") { $0["conformanceProbe"] != nil },
    writing("<parentMeetingID></", for: "<parentMeetingID>bbb-none</", in: "create", "create/default-values"),
    lying("has short voice bridges", "create/default-values") { _, answer in
      answer.text = answer.text.replacing(/<voiceBridge>\d/, with: "<voiceBridge>")
    },
    lying("writes dates by ISO", "create/create-date") { _, answer in
      answer.text = answer.text.replacing(
        /<createDate>.*<\/createDate>/, with: "<createDate>2026-03-02T08:00:00Z</createDate>")
    },
    writing("", for: "<empty></empty>\n", in: "getMeetingInfo", "create/metadata-names"),
    writing(
      "<under_score>1</under_score>\n<empty>", for: "<empty>", in: "getMeetingInfo", "create/metadata-names"),
    refusing("takes no bodies", "create/xml-body") { $0.method == "POST" },
    mishearing("reads the ID from the body", "create/xml-body") { request in
      guard request.method == "POST", let meetingID = request["meetingID"] else { return }
      request.remove("meetingID")
      request.add("meetingID=\(meetingID)-body")
    },
  ]

  static let createRefusals: [Mutant] = [
    mishearing("cuts names short", "create/lengths-refused") { request in
      request.replacePieces { $0.hasPrefix("name=") ? String($0.prefix(200)) : $0 }
    },
    mishearing("cuts IDs short", "create/lengths-refused") { request in
      request.replacePieces { $0.hasPrefix("meetingID=") ? String($0.prefix(60)) : $0 }
    },
    mishearing("lengthens passwords", "create/lengths-refused") { request in
      request.replacePieces { $0 == "attendeePW=x" ? "attendeePW=xx" : $0 }
    },
    refusing("has room for 255 letters", "create/lengths-accepted", "sizeError") {
      ($0["name"] ?? "").count > 255
    },
    refusing("wants longer passwords", "create/lengths-accepted", "invalidPassword") {
      $0["attendeePW"]?.count == 2
    },
    refusing("has room for 255 letters in IDs", "create/lengths-accepted", "sizeError") {
      ($0["meetingID"] ?? "").count > 255
    },
    forgetting("record", "create/values-refused"), forgetting("voiceBridge", "create/values-refused"),
    writing("No boolean", for: "You must provide a boolean value", in: "create", "create/values-refused"),
    writing("A name?", for: "You must provide a meeting name", in: "create", "create/refusal-texts"),
    writing("No comma", for: "Meeting ID cannot contain", in: "create", "create/refusal-texts"),
    mishearing("trims IDs", "create/altered-id-refused") { request in
      request.replacePieces { $0.hasSuffix("%20") ? String($0.dropLast(3)) : $0 }
    },
    forgetting("isBreakout", "create/orphan-refused"),
    writing("parentMeetingIdMissing", for: "parentMeetingIDMissing", in: "create", "create/orphan-refused"),
    writing("parentMeetingIDMissing", for: "parentMeetingIdMissing", in: "create", "create/orphan-refused")
      .of(.v2_7),
    forgetting("sharedNotesEditor", "create/shared-notes-editor-refused"),
    forgetting("presentationUploadExternalUrl", "create/upload-url-checked").of(.v2_7),
    mishearing("has the hole of 2.6", "create/upload-url-opens-nothing") { request in
      if request["presentationUploadExternalUrl"] != nil { request.isSignedAgain = true }
    },
  ]

  private static func forgetting(_ name: String, _ slug: Slug) -> Mutant {
    mishearing("create forgets \(name)", slug) { if $0.call == "create", $0[name] != nil { $0.remove(name) } }
  }

  private static func refusing(
    _ name: String, _ slug: Slug, _ key: String = "validationError",
    _ isRefused: @escaping @Sendable (WireRequest) -> Bool
  ) -> Mutant {
    idle(name, slug) { $0.call == "create" && isRefused($0) ? .failed(key) : nil }
  }

  private static func refusingTheSecond(_ name: String, _ slug: Slug) -> Mutant {
    idle(name, slug) { [seen = Seen()] request in
      guard request.call == "create", let meetingID = request["meetingID"] else { return nil }
      return seen.isFirst(meetingID) ? nil : .failed("idNotUnique")
    }
  }
}
