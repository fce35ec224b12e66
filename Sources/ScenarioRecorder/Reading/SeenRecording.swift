import BBBAPI

/// A recording as `getRecordings` showed it once; only what a scenario can say.
struct SeenRecording: ListedItem, Equatable {
  static let list = "recordings"

  /// Equal to the internal ID of the recorded meeting (facts §4.2).
  var recordID: String
  /// Nil when the answer doesn't say; then it is the state that was asked for.
  var state: RecordingState?
  /// Milliseconds since the epoch by the server's clock.
  var startTime: Int64?

  init?(_ element: AnswerElement) {
    guard let id = element.text(of: "recordID") else { return nil }
    recordID = id
    state = element.text(of: "state").flatMap { RecordingState(rawValue: $0.lowercased()) }
    startTime = element.number("startTime")
  }
}
