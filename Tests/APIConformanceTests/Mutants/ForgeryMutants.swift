import BBBAPI
import ConformanceKit

extension Mutant {
  static let forgery: [Mutant] = [
    mishearing("looks at no checksum of isMeetingRunning", "signing/other-calls-checksum-refused") {
      if $0.call == "isMeetingRunning" { $0.isSignedAgain = true }
    },
    mishearing("covers what comes before the checksum", "signing/smuggled-parameter-refused") { request in
      guard let index = request.pieces.firstIndex(where: { $0.hasPrefix("checksum=") }) else { return }
      request.pieces = Array(request.pieces[...index])
    },
    mishearing("is content with half a checksum", "signing/odd-length-refused") { request in
      if [32, 63].contains(request["checksum"]?.count) { request.isSignedAgain = true }
    },
    mishearing("takes an empty checksum for a right one", "signing/empty-checksum-refused") { request in
      if request["checksum"] == "" { request.isSignedAgain = true }
    },
    idle("looks for the ID before the checksum", "signing/checked-first") { request in
      request.call == "getMeetingInfo" && request["meetingID"] == nil ? .failed("notFound") : nil
    },
    writing("Wrong", for: "Checksums do not match", in: "getMeetings", "signing/refusal-texts"),
    writing(
      "Checksums do not match", for: "You did not pass the checksum security check", in: "getRecordings",
      "signing/refusal-texts"),
    mishearing("takes the first checksum", "signing/repeated-checksum") { request in
      if request.pieces.count(where: { $0.hasPrefix("checksum=") }) > 1 { request.isSignedAgain = true }
    },
    idle("wants one checksum in 2.7 already", "signing/repeated-checksum") { request in
      request.pieces.count { $0.hasPrefix("checksum=") } > 1 ? .failed("checksumError") : nil
    }.of(.v2_7),
  ]

  static let posting: [Mutant] = [
    idle("covers forms beside a query", "posting/query-signed") { request in
      request.method == "POST" && !request.pieces.isEmpty ? .failed("checksumError") : nil
    },
    idle("lists meetings by GET alone", "posting/calls-by-post") { request in
      request.method == "POST" && request.call == "getMeetings" ? WireAnswer(status: 405, text: "") : nil
    },
    idle("reads no checksum from a form", "posting/form-with-checksum") { request in
      request.method == "POST" && request["checksum"] == nil ? .failed("checksumError") : nil
    },
    idle("reads no checksum from a form either", "posting/form-of-body-order") { request in
      request.method == "POST" && request["checksum"] == nil ? .failed("checksumError") : nil
    },
    mishearing("takes any body for a form", "posting/media-type-gate") { request in
      if request.contentType == "text/plain" { request.contentType = "application/x-www-form-urlencoded" }
    },
    mishearing("lets in by POST", "posting/join-by-post") { request in
      if request.call == "join" { request.method = "GET" }
    },
    idle("lets in by GET alone in 2.7 already", "posting/join-by-post") { request in
      request.call == "join" && request.method == "POST" ? WireAnswer(status: 405, text: "") : nil
    }.of(.v2_7),
    idle("has an empty answer for insertDocument by GET", "posting/insert-document-by-get") { request in
      request.call == "insertDocument" ? WireAnswer(text: "") : nil
    },
  ]

  static let versionPage: [Mutant] = [
    idle("refuses a checksum on the version page", "index/checksum-ignored") { request in
      request.call == "" && request["checksum"] != nil ? .failed("checksumError") : nil
    },
    idle("knows no /api without a slash", "index/without-slash") { request in
      request.base.hasSuffix("/api") ? WireAnswer(status: 404, text: "") : nil
    },
    writing("", for: "<bbbVersion></bbbVersion>\n", in: "", "index/element-order"),
    lying("says that JSON is XML", "index/as-json") { request, answer in
      if request.call == "" { answer.contentType = "text/xml" }
    },
    writing("\"v\"", for: "\"version\"", in: "", "index/as-json"),
  ]
}
