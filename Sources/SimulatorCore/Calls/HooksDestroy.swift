import BBBAPI
import TimelineEngine

extension Simulation {
  /// Removes a hook; a permanent one stays, and is not found.
  mutating func hooksDestroy(_ parameters: QueryParameters) -> Answer {
    guard let hookID = parameters["hookID"] else { return .hook(.failed(.hookIDMissing)) }
    guard world.webhooks.contains(where: { $0.hookID == hookID && !$0.isPermanent }) else {
      return .hook(.failed(.hookNotFound))
    }
    timeline.perform(.destroyHook(hookID: hookID))
    return .hook(.destroyed)
  }
}
