import ConformanceKit

extension Mutant {
  static let recordings: [Mutant] = [
    lying("hides the states of recordings", "recordings/answer-shape") { _, answer in
      answer.text = answer.text.replacing(/<state>.*?<\/state>/, with: "")
    },
    lying("has dates for times", "recordings/answer-shape") { request, answer in
      guard request.call == "getRecordings" else { return }
      answer.text = answer.text.replacing("<startTime>", with: "<startTime>about ")
    },
    lying("publishes by number", "recordings/answer-shape") { _, answer in
      answer.text = answer.text.replacing("<published>true", with: "<published>1")
    },
    mishearing("takes an unknown recordID for any", "recordings/unknown-gives-none") { request in
      if request["recordID"] != nil { request.remove("recordID") }
    },
    idle("fails when there is no recording", "recordings/unknown-gives-none") { request in
      request["recordID"] == nil ? nil : .failed("notFound")
    },
    writing("none", for: "noRecordings", in: "getRecordings", "recordings/unknown-gives-none"),
    mishearing("knows no limit", "recordings/limit-gives-total") { request in
      if request.call == "getRecordings" { request.remove("limit") }
    },
    writing("<totalElements>0", for: "<totalElements>3", in: "getRecordings", "recordings/limit-gives-total"),
  ]

  static let errors: [Mutant] = [
    idle("answers unknown calls in XML", "errors/unknown-call") { request in
      request.call == "conformanceNoSuchCall" ? .failed("unsupportedRequest") : nil
    },
    lying("says 200 to unknown calls", "errors/unknown-call") { _, answer in
      if answer.status == 404 { answer.status = 200 }
    },
  ]

  static let all = signing + index + create + lifecycle + listing + documents + recordings + errors
}
