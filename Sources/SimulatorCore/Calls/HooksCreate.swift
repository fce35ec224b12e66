import BBBAPI
import Determinism
import TimelineEngine

extension Simulation {
  /// Makes a hook, or finds the one that has the URL, whatever else is asked for.
  mutating func hooksCreate(_ parameters: QueryParameters) -> Answer {
    guard let rawData = Self.flag(parameters["getRaw"]) else { return .page(status: 500) }
    guard let callbackURL = parameters["callbackURL"] else { return .hook(.failed(.callbackURLMissing)) }
    if let known = world.webhooks.first(where: { $0.callbackURL.hasSameBytes(as: callbackURL) }) {
      return .hook(.exists(known))
    }
    // What a caller may make a server remember is bounded.
    guard world.webhooks.count < Self.mostHooks else { return .hook(.failed(.createHook)) }
    var random = commandStream.stream
    let hook = Webhook(
      hookID: .uuid(&random), callbackURL: callbackURL, meetingID: parameters["meetingID"],
      eventIDs: parameters["eventID"]?.lowercased().split(separator: ",").map(String.init),
      wantsRawData: rawData)
    timeline.perform(.createHook(hook))
    observeForAudience()
    return .hook(.created(hook))
  }

  private static let mostHooks = 1000

  /// JSON's `true` or `false` in any case, false where it is absent or empty; anything else makes the application throw.
  private static func flag(_ text: String?) -> Bool? {
    guard let text, !text.isEmpty else { return false }
    return ["true": true, "false": false][text.lowercased()]
  }
}

extension String {
  /// A UUID of version 4, out of a stream.
  static func uuid(_ random: inout RandomStream) -> String {
    var digits = (0..<32).map { _ in Array("0123456789abcdef")[random.nextInteger(below: 16)] }
    digits[12] = "4"
    digits[16] = Array("89ab")[random.nextInteger(below: 4)]
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
    return groups.map { String(digits[$0]) }.joined(separator: "-")
  }
}
