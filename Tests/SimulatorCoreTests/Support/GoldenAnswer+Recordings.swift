import BBBAPI
import Scenarios
import SimulatorCore

extension GoldenAnswer {
  /// Asked at minute 60, when the recording of `algebra` is published.
  private static func listed(_ name: String, _ parameters: KeyValuePairs<String, String>) -> GoldenAnswer {
    let pairs = parameters.map { Metadatum($0.key, $0.value) }
    return GoldenAnswer("getRecordings-\(name)", of: .golden, minute: 60) {
      $0.raw(
        "getRecordings", SignedQuery.signed(call: "getRecordings", parameters: pairs, secret: Caller.secret))
    }
  }

  static let recordings = [
    GoldenAnswer("getRecordings-empty") { $0.call(.getRecordings) },
    GoldenAnswer("getRecordings-empty-page") { $0.call(.getRecordings, ["limit": "10"]) },
    listed("several", [:]), listed("state-deleted", ["state": "deleted"]),
    listed("state-several", ["state": "processing,processed"]), listed("state-any", ["state": "any"]),
    listed("state-unknown", ["state": "lost"]), listed("state-unprocessed", ["state": "unprocessed"]),
    listed("recordID-prefix", ["recordID": MeetingIdentifiers.recordIDPrefix(meetingID: "archive-1-1")]),
    listed("recordID-unknown", ["recordID": "nothing"]),
    listed("meetingID", ["meetingID": "algebra,archive-1-2"]),
    listed("recordID-before-meetingID", ["recordID": "nothing", "meetingID": "algebra"]),
    listed("meta", ["meta_bbb-origin": "Moodle"]), listed("meta-contains", ["meta_course": "%the%"]),
    listed("meta-wrong", ["meta_bbb-origin": "Moodl"]), listed("page", ["limit": "1", "offset": "1"]),
    listed("page-beyond", ["limit": "5", "offset": "99"]),
    listed("limit-not-a-number", ["limit": "x", "offset": "2"]),
  ]
}
