import BBBAPI
import TimelineEngine

extension Simulation {
  /// Publishes recordings, or takes them back; what is so already stays, and one hit is enough (facts §2.11).
  mutating func publishRecordings(_ parameters: QueryParameters) -> Answer {
    let recordIDs = parameters.list("recordID") ?? []
    guard world.hasVisibleRecording(amongst: recordIDs) else { return .failed(.recordingsNotFound) }
    let submitted = parameters["publish"] ?? ""
    timeline.perform(.publishRecordings(recordIDs: recordIDs, publish: Self.isTrue(submitted)))
    return .recording(.published(submitted))
  }

  /// Groovy's `toBoolean`.
  private static func isTrue(_ text: String) -> Bool {
    ["true", "1", "y"].contains(text.lowercased())
  }
}
