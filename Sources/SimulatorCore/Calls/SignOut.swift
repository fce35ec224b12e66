import BBBAPI
import TimelineEngine

extension Simulation {
  /// Ends a session; the person leaves with their last one. Succeeds whatever comes (facts §2.18).
  mutating func signOut(_ parameters: QueryParameters) -> Answer {
    if let token = parameters.text("sessionToken"), world.session(token) != nil {
      timeline.perform(.signOut(sessionToken: token))
    }
    return .signedOut
  }
}
