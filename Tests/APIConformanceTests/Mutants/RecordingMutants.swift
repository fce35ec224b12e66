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
    writing("<totalElements>0", for: "<totalElements>4", in: "getRecordings", "recordings/limit-gives-total"),
  ]

  static let recordingFilters: [Mutant] = [
    unfiltered("meetingID", "recordings/unknown-meeting-gives-none"),
    unfiltered("meta_conformance-probe", "recordings/metadata-filtered"),
    unfiltered("state", "recordings/unknown-state-gives-none"), unfiltered("state", "recordings/states-kept"),
    writing("None", for: "There are no recordings", in: "getRecordings", "recordings/empty-text"),
    idle("finds no beginnings of IDs", "recordings/found-by-id") { request in
      request.call == "getRecordings" && request["recordID"]?.count == 40 ? nothing : nil
    },
    idle("finds nothing by meeting", "recordings/found-by-id") { request in
      request.call == "getRecordings" && request["meetingID"] != nil ? nothing : nil
    },
    idle("reads a list as one ID", "recordings/found-by-id") { request in
      request.call == "getRecordings" && request["recordID"]?.contains("%2C") ?? false ? nothing : nil
    },
    lying("knows no sizes", "recordings/element-order") { _, answer in
      answer.text = answer.text.replacing(/<rawSize>\d+<\/rawSize>/, with: "")
    },
    lying("measures in milliseconds", "recordings/length-in-minutes") { _, answer in
      answer.text = answer.text.replacing(/<length>\d+/, with: "<length>3600000")
    },
    lying("has no length", "recordings/length-in-minutes") { _, answer in
      answer.text = answer.text.replacing(/<length>\d+/, with: "<length>")
    },
    unfiltered("offset", "recordings/offset-beyond-the-end"),
    lying("counts what it shows", "recordings/offset-beyond-the-end") { request, answer in
      guard request["offset"] != nil else { return }
      answer.text = answer.text.replacing(/<totalElements>\d+/, with: "<totalElements>0")
    },
    lying("always counts", "recordings/no-total-without-limit") { request, answer in
      guard request.call == "getRecordings" else { return }
      answer.text = answer.text.replacing(
        "</response>", with: "<totalElements>0</totalElements></response>")
    },
  ]

  static let recordingChanges: [Mutant] = [
    idle("deletes what never was", "recordings/unknown-not-changed") { request in
      request.call == "deleteRecordings" ? .succeeded("<deleted>true</deleted>") : nil
    },
    idle("publishes what never was", "recordings/unknown-not-changed") { request in
      request.call == "publishRecordings" ? .succeeded("<published>false</published>") : nil
    },
    writing(
      "Nothing", for: "We could not find recordings", in: "updateRecordings", "recordings/unknown-text"),
    idle("does not miss its recordID", "recordings/missing-parameters") { request in
      request.call == "publishRecordings" && request["recordID"] == nil ? .failed("notFound") : nil
    },
    idle("does not miss publish", "recordings/missing-parameters") { request in
      request.call == "publishRecordings" && request["publish"] == nil && request["recordID"] != nil
        ? .failed("notFound") : nil
    },
    idle("compares the checksum first", "recordings/parameters-before-checksum") { request in
      request.call == "publishRecordings" && request["recordID"] == nil ? .failed("checksumError") : nil
    },
    mishearing("deletes for anybody", "recordings/forged-change-refused") { request in
      if request.call == "deleteRecordings" { request.isSignedAgain = true }
    },
    idle("has no JSON", "recordings/unknown-text-tracks") { request in
      request.call == "getRecordingTextTracks" ? .failed("noRecordings") : nil
    },
    writing(
      "No recording for", for: "No recording found for", in: "getRecordingTextTracks",
      "recordings/unknown-text-tracks"),
    writing("SUCCESS", for: "FAILED", in: "putRecordingTextTrack", "recordings/unknown-takes-no-text-track"),
  ]

  private static let nothing = WireAnswer.succeeded(
    "<recordings></recordings><messageKey>noRecordings</messageKey><message>m</message>")

  private static func unfiltered(_ name: String, _ slug: Slug) -> Mutant {
    mishearing("getRecordings does not look at \(name)", slug) { request in
      if request.call == "getRecordings", request[name] != nil { request.remove(name) }
    }
  }

  static let errors: [Mutant] = [
    idle("answers unknown calls in XML", "errors/unknown-call") { request in
      request.call == "conformanceNoSuchCall" ? .failed("unsupportedRequest") : nil
    },
    lying("says 200 to unknown calls", "errors/unknown-call") { _, answer in
      if answer.status == 404 { answer.status = 200 }
    },
  ]

  static let all = [
    signing, forgery, posting, index, versionPage, create, repeatedCreate, createSettings, createRefusals,
    join, joinRefusals, guests, lifecycle, ending, listing, documents, writings, recordings,
    recordingFilters, recordingChanges, rooms, hooks, errors, failures,
  ].flatMap { $0 }
}
