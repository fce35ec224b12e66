import BBBAPI
import TimelineEngine

extension Simulation {
  /// The hooks in the order of their making; of a meeting, those that hear of it, by ID.
  func hooksList(_ parameters: QueryParameters) -> Answer {
    guard let meetingID = parameters["meetingID"] else { return .hook(.listed(world.webhooks)) }
    let hooks = world.webhooks.filter { $0.meetingID.map { $0.hasSameBytes(as: meetingID) } ?? true }
    return .hook(.listed(hooks.sorted { $0.hookID < $1.hookID }))
  }
}
