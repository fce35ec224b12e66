import BBBAPI
import ConformanceKit

extension Rule {
  /// The form of XML answers, whatever the call.
  static let documents: [Rule] = [
    Rule(
      "documents/plain-xml", .recommended,
      "An answer is bare XML: no declaration, no document type, no CDATA, <response> at the very beginning.",
      .facts("§0", "no XML declaration, no DOCTYPE, no CDATA; root is always <response>")
    ) { hearing in
      for answer in try await hearing.samples() {
        hearing.expect(
          answer.body.starts(with: "<response>".utf8), "the answer does not begin with <response>", in: answer
        )
        hearing.expect(!answer.body.contains("<![CDATA["), "the answer holds a CDATA section", in: answer)
      }
    },

    Rule(
      "documents/content-type", .recommended, "XML answers are sent as text/xml or application/xml.",
      .facts("§0", "Content-Type as set by code: text/xml")
    ) { hearing in
      for answer in try await hearing.samples() {
        // BBB's documentation names none, and RFC 7303 (9.2) gives both the same meaning.
        let type = answer.mediaType == "application/xml" ? "text/xml" : answer.mediaType
        hearing.expect("the media type is another one", type, is: "text/xml", in: answer)
      }
    },
  ]
}

extension Hearing {
  /// An answer of each of the engines that BBB writes XML with: pages, refusals, listings, recordings.
  fileprivate func samples() async throws -> [Answer] {
    let questions = [
      Question(.index), Question(.getMeetings), Question(.getRecordings, ["limit": "1"]),
      Question(.getMeetingInfo, ["meetingID": nextMeeting().meetingID]),
    ]
    var answers: [Answer] = []
    for question in questions { answers.append(try await ask(question)) }
    return answers
  }
}

extension [UInt8] {
  fileprivate func contains(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return true }
    return indices.contains { self[$0] == first && self[$0...].starts(with: wanted) }
  }
}
