import BBBAPI
import TimelineEngine

extension Simulation {
  /// Changes the metadata of recordings; without any it succeeds and does nothing (facts §2.13).
  mutating func updateRecordings(_ parameters: QueryParameters) -> Answer {
    let recordIDs = parameters.list("recordID") ?? []
    guard world.hasVisibleRecording(amongst: recordIDs) else { return .failed(.recordingsNotFound) }
    let metadata = parameters.metadata
    if !metadata.isEmpty { timeline.perform(.updateRecordings(prefixes: recordIDs, metadata: metadata)) }
    return .recording(.updated)
  }
}
