import BBBAPI
import TimelineEngine

extension Simulation {
  /// Moves recordings to where only `state=deleted` and `state=any` find them (facts §2.12).
  mutating func deleteRecordings(_ parameters: QueryParameters) -> Answer {
    let recordIDs = parameters.list("recordID") ?? []
    guard world.hasVisibleRecording(amongst: recordIDs) else { return .failed(.recordingsNotFound) }
    timeline.perform(.deleteRecordings(recordIDs: recordIDs))
    return .recording(.deleted)
  }
}
